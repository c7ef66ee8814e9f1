import Quantities
import Tariffs
import Use

/// What a month's use comes to once losses are added and sub-meters taken out: the registers that
/// are billed, and the energy the power factor is reckoned on.
struct BillableUse {
  /// Billed registers of each segment, in the tariff's order. [kWh]
  var segments: [[RoundedRegister]]
  /// Active energy for the power factor and for use per capacity, losses in it. [kWh]
  var active: Energy
  /// Reactive energy drawn, losses in it; nothing where it is not metered. [kvarh]
  var reactiveForward: Energy?
  /// Reactive energy fed back. [kvarh]
  let reactiveReverse: Energy
  /// Sub-meters with what each takes. [kWh]
  var taken: [(meter: SubMeter, energy: Quantity)] = []
  /// How the registers came about, beside what was metered.
  var working: [Working] = []

  /// The registers as metered, rounded as they are billed.
  init(_ segments: [BillingSegment], whole: BillingDeterminants, rounding: BillRounding) {
    self.segments = segments.map { segment in
      segment.determinants.energy.map {
        let exact = $0.energy.quantity
        return RoundedRegister(
          period: $0.period,
          billed: exact.rounded(digits: rounding.energyDigits, mode: rounding.mode), exact: exact)
      }
    }
    active = whole.totalEnergy
    reactiveForward = whole.reactiveForward
    reactiveReverse = whole.reactiveReverse ?? .zero
    if segments.count > 1 { closeRounding(whole, rounding) }
  }

  /// All billed energy. [kWh]
  var total: Quantity {
    segments.flatMap { $0 }.reduce(.zero) { $0 + $1.billed }
  }

  /// A register split over segments is billed as the whole register is: the last segment bears
  /// what rounding leaves.
  private mutating func closeRounding(_ whole: BillingDeterminants, _ rounding: BillRounding) {
    for register in whole.energy {
      let billed = register.energy.quantity
        .rounded(digits: rounding.energyDigits, mode: rounding.mode)
      let places = segments.indices.compactMap { segment in
        segments[segment].firstIndex { $0.period == register.period }.map { (segment, $0) }
      }
      guard let last = places.last else { continue }
      let others = places.dropLast().reduce(Quantity.zero) { $0 + segments[$1.0][$1.1].billed }
      segments[last.0][last.1].billed = billed - others
    }
  }

  /// Adds to or takes from one period, in the segments' proportion to what they have of it.
  mutating func add(_ amount: Quantity, to period: PeriodName) {
    let places = segments.indices.compactMap { segment in
      segments[segment].firstIndex { $0.period == period }.map { (segment, $0) }
    }
    let sum = places.reduce(Quantity.zero) { $0 + segments[$1.0][$1.1].billed }
    var left = amount
    for (index, place) in places.enumerated() {
      let part =
        index == places.count - 1 || sum == .zero
        ? left
        : amount.scaled(by: segments[place.0][place.1].billed, over: sum).rounded(digits: 0)
      segments[place.0][place.1].billed += part
      left -= part
    }
  }

  /// Spreads an amount over the periods in proportion to their energy, whole units each, the rest
  /// of the rounding with flat (or the last period).
  mutating func spread(_ amount: Quantity, digits: Int) {
    let periods = segments.first?.map(\.period) ?? []
    guard let rest = periods.contains(.flat) ? PeriodName.flat : periods.last else { return }
    let sums = periods.map { period in
      segments.flatMap { $0 }.filter { $0.period == period }
        .reduce(Quantity.zero) { $0 + $1.billed }
    }
    let total = sums.reduce(.zero, +)
    guard total != .zero else { return add(amount, to: rest) }
    var left = amount
    for (period, sum) in zip(periods, sums) where period != rest {
      let part = amount.scaled(by: sum, over: total).rounded(digits: digits)
      add(part, to: period)
      left -= part
    }
    add(left, to: rest)
  }
}
