extension HeadingWords {
  /// What a heading of several cells, one below the other, says its column holds.
  ///
  /// The unit may stand below the name, so values are told by all the words. An interval or a stamp
  /// is told by one cell, the lowest that names one: what stands above it is the heading of others
  /// as well.
  static func role(of parts: [String]) -> HeadingRole {
    let whole = role(of: parts.joined(separator: " "))
    guard parts.count > 1 else { return whole }
    let roles = parts.reversed().map { role(of: $0) }
    if let slot = roles.first(where: { if case .slot = $0 { true } else { false } }) { return slot }
    guard whole == .unknown else { return whole }
    let lowest = roles.first { role in
      switch role {
      case .value, .unitless, .unknown, .blank: false
      default: true
      }
    }
    return lowest ?? .unknown
  }
}
