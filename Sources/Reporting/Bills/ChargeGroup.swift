/// The kinds of charge a reader tells apart: columns of the year's table, headings of a month.
enum ChargeGroup: Sendable, Hashable {
  case basic
  case demand
  case energy
  case funds
  case powerFactor
  /// Whatever else a tariff charges, by the first part of its name.
  case other(String)

  init(_ charge: String) {
    let first = charge.prefix { $0 != "/" }
    switch first {
    case "basic": self = .basic
    case "demand": self = .demand
    case "energy": self = .energy
    case "funds": self = .funds
    case "power-factor": self = .powerFactor
    default: self = .other(String(first))
    }
  }

  /// Whether the charge has no column of its own.
  var isOther: Bool {
    if case .other = self { return true }
    return false
  }
}
