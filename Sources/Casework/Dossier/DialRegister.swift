import Quantities

/// What the dial of a meter counts.
enum DialRegister: Hashable {
  case period(PeriodName)
  case total, export, reactiveForward, reactiveReverse

  /// The register that the headings `from_<name>` and `to_<name>` speak of.
  init(_ name: String) {
    switch name {
    case "total": self = .total
    case "export": self = .export
    case "kvarh_forward": self = .reactiveForward
    case "kvarh_reverse": self = .reactiveReverse
    default: self = .period(PeriodName(name))
    }
  }

  /// The column that holds the register's energy where it need not be reckoned.
  var countedColumn: String {
    switch self {
    case .period(.all): "kwh"
    case .period(let period): "kwh_\(period)"
    case .total: "kwh_total"
    case .export: "kwh_export"
    case .reactiveForward: "kvarh_forward"
    case .reactiveReverse: "kvarh_reverse"
    }
  }
}
