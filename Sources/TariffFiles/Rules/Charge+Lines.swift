import Quantities
import Tariffs

extension Charge.Kind {

  /// The names of the bill lines a charge of some name may have.
  func lines(named name: String) -> [String] {
    guard case .energy(let energy) = self else { return [name] }
    var lines: [String] = []
    let periods = energy.periods.map(\.period.name)
    func add(_ line: String) { if !lines.contains(line) { lines.append(line) } }
    if energy.billing != .components {
      for period in periods { add(period == PeriodName.all.name ? name : "\(name)/\(period)") }
    }
    for component in energy.components
    where !component.isFund && (component.hasOwnLine || energy.billing == .components) {
      add("\(name)/\(component.name)")
      if component.floats {
        for period in periods { add("\(name)/\(component.name)/\(period)") }
      }
    }
    let funds = energy.components.filter(\.isFund)
    for fund in funds { add(funds.count == 1 ? "funds" : "funds/\(fund.name)") }
    return lines.isEmpty ? [name] : lines
  }
}

extension TariffVersion {

  /// The names of the lines its bills may have.
  var lines: [String] { charges.flatMap { $0.kind.lines(named: $0.name) } }
}
