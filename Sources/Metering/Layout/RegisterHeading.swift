/// What a heading of dial readings says that the dial counts.
enum RegisterHeading {
  /// Names of registers of the collection system; they stand for dial readings where no unit and no
  /// word such as 电量 stands beside them.
  static let registerNames = [
    "正向有功总", "反向有功总", "正向无功总", "反向无功总", "组合无功", "正向有功", "反向有功",
  ]

  /// The channel and the unit of a dial.
  static func quantity(of text: String) -> LoadQuantity {
    let words = HeadingWords.words(of: text)
    let joined = words.joined()
    var unit = LoadUnit.kilowattHour
    var isReactive = joined.contains("无功") || words.contains("reactive")
    for candidate in [LoadUnit.wattHour, .kilowattHour, .megawattHour] {
      if words.contains(candidate.rawValue.lowercased()) { unit = candidate }
      if words.contains(candidate.reactiveName.lowercased()) {
        unit = candidate
        isReactive = true
      }
    }
    // The collection system calls reactive energy in both directions 组合无功1 and 组合无功2.
    let isReverse =
      joined.contains("反向") || joined.contains("组合无功2") || words.contains("export")
      || words.contains("reverse")
    let channel: LoadChannel
    switch (isReactive, isReverse) {
    case (false, false): channel = .active
    case (false, true): channel = .exported
    case (true, false): channel = .reactiveForward
    case (true, true): channel = .reactiveReverse
    }
    return LoadQuantity(channel: channel, unit: unit)
  }

  /// The quantity of a row of dial readings in a wide file; nothing for what names no dial.
  static func wideQuantity(of text: String) -> LoadQuantity? {
    guard case .register = HeadingWords.role(of: text) else { return nil }
    return quantity(of: text)
  }
}
