extension TariffVersion {
  /// Every column of a price page that some charge refers to, in the order of the charges.
  public var priceColumns: [String] { priceColumns(in: Set(1...12)) }

  /// The columns without which some bill cannot be worked out: a price of a period is none of them
  /// where it follows from others.
  public var neededColumns: [String] {
    var derived: Set<String> = []
    for period in energyCharge?.periods ?? [] {
      guard let column = period.publishedColumn else { continue }
      if case .published? = period.tiers.first?.formula { continue }
      derived.insert(column)
    }
    return priceColumns.filter { !derived.contains($0) }
  }

  /// The columns needed in some months of the year.
  public func priceColumns(in months: Set<Int>) -> [String] {
    var columns: [String] = []
    func add(_ source: PriceSource) {
      if case .column(let name) = source, !columns.contains(name) { columns.append(name) }
    }
    for charge in charges {
      switch charge.kind {
      case .fixed(let fixed): add(fixed.price)
      case .basic(let basic):
        for method in basic.methods {
          switch method.basis {
          case .capacity(let price): add(price)
          case .demand(let rule): rule.tiers.forEach { add($0.price) }
          }
        }
      case .energy(let energy):
        energy.components.forEach { add($0.price) }
        for period in energy.periods where !months.isDisjoint(with: period.months.numbers) {
          if let column = period.publishedColumn { add(.column(column)) }
          for case .price(let source) in period.tiers.map(\.formula) { add(source) }
        }
      case .demand(let demand):
        guard !months.isDisjoint(with: demand.months.numbers) else { continue }
        demand.demand.tiers.forEach { add($0.price) }
      case .reactive(let reactive): add(reactive.price)
      case .reserve(let reserve): add(reserve.price)
      case .export(let credit): add(credit.price)
      case .powerFactor, .tax, .minimum: continue
      }
    }
    return columns
  }
}
