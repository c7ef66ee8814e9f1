import Quantities
import Tariffs
import Use

extension SegmentEnergy {
  /// The periods that have a line: those with hours on the days, or with energy all the same.
  var periods: [PeriodName] {
    rules.version.timeOfUse.periods.filter { period in
      registers.contains { $0.period == period && $0.billed != .zero }
        || rules.periodsWithHours(in: span).contains(period)
    }
  }

  /// The columns some line needs and no page in force prints, so that all can be named at once.
  ///
  /// A period whose printed price is at hand needs its components no more, but for those on lines
  /// of their own.
  func missingColumns(_ periods: [PeriodName]) -> [String] {
    var missing: [String] = []
    func need(_ source: PriceSource) {
      guard case .column(let name) = source, rules.price(source) == nil, !missing.contains(name)
      else { return }
      missing.append(name)
    }
    let components = components.filter { !isMarket($0) }
    for component in components where component.hasOwnLine || energy.billing == .components {
      need(component.price)
    }
    guard energy.billing != .components else { return missing }
    for period in periods {
      guard let entry = energy.price(of: period, in: monthNumber) else { continue }
      if energy.billing == .published, let column = entry.publishedColumn,
        holdsAsPrinted(column), rules.price(.column(column)) != nil
      {
        continue
      }
      if case .published? = entry.tiers.first?.formula {
        need(.column(entry.publishedColumn ?? period.name))
      } else {
        for component in components { need(component.price) }
      }
    }
    // Named in the order of the tariff.
    return missing.isEmpty ? [] : rules.version.priceColumns.filter(missing.contains)
  }
}
