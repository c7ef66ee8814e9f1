import Tariffs

extension TariffVersion {

  /// Every column of price pages the version bills or recomputes with.
  var columns: [String] { columns(in: Set(1...12)) }

  /// The columns needed in some months of the year.
  func columns(in months: Set<Int>) -> [String] {
    var found: [String] = []
    let add = { (price: PriceSource) in
      if case .column(let name) = price, !found.contains(name) { found.append(name) }
    }
    for charge in charges {
      switch charge.kind {
      case .fixed(let fixed): add(fixed.price)
      case .basic(let basic):
        for method in basic.methods {
          switch method.basis {
          case .capacity(let price): add(price)
          case .demand(let rule): rule.tiers.map(\.price).forEach(add)
          }
        }
      case .energy(let energy):
        energy.components.map(\.price).forEach(add)
        for period in energy.periods where !months.isDisjoint(with: period.months.numbers) {
          if let column = period.publishedColumn { add(.column(column)) }
          for tier in period.tiers { if case .price(let price) = tier.formula { add(price) } }
        }
      case .demand(let demand):
        guard !months.isDisjoint(with: demand.months.numbers) else { continue }
        demand.demand.tiers.map(\.price).forEach(add)
      case .reactive(let reactive): add(reactive.price)
      case .powerFactor, .tax, .minimum: break
      }
    }
    return found
  }
}
