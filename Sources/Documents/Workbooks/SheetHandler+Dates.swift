extension SheetHandler {

  private static let midnight = Array(" 00:00:00".utf8)

  /// The text with midnights written out in columns of stamps.
  ///
  /// A column of stamps may be formatted to show the day alone. Its midnights would then be written
  /// in another way than its other stamps.
  func finishedText() -> [UInt8] {
    var bare: [Int: Int] = [:]
    for date in bareDates { bare[date.column, default: 0] += 1 }
    let columns = Set(timedDates.filter { $0.value > bare[$0.key] ?? 0 }.keys)
    let ends = bareDates.filter { columns.contains($0.column) }.map(\.end)
    guard !ends.isEmpty, problems.isEmpty else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count + ends.count * Self.midnight.count)
    var start = 0
    for end in ends {
      result.append(contentsOf: text[start..<end])
      result.append(contentsOf: Self.midnight)
      start = end
    }
    result.append(contentsOf: text[start...])
    return result
  }
}
