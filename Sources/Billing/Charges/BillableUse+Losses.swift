import Quantities
import Tariffs
import Use

extension BillableUse {
  /// Adds the losses of transformers behind which the meter stands, and of the customer's line.
  ///
  /// - Parameters:
  ///   - rule: The tariff's rule.
  ///   - units: The transformers in use, with the days of the period they are.
  ///   - lineLoss: The share lost on the customer's own line, of metered energy and transformer
  ///     losses.
  ///   - period: The billing period.
  ///   - rounding: The tariff's rounding; losses are rounded as registers are.
  /// - Throws: ``BillingProblem`` where a plate value is missing.
  mutating func addLosses(
    _ rule: LossRule, units: [CapacityTimeline.Use], lineLoss: Rate, period: DateSpan,
    rounding: BillRounding
  ) throws(BillingProblem) {
    let metered = total
    let running = units.filter { $0.daysInUse > 0 }
    var iron = Quantity.zero
    var reactiveIron = Quantity.zero
    var capacity = Power.zero
    for use in running {
      guard let plate = use.unit.losses else { throw .missingLosses(unit: use.unit.id) }
      let hours = Self.hours(rule, use, period)
      iron += plate.noLoad.quantity.times(hours)
      if let current = plate.noLoadCurrent {
        reactiveIron += use.unit.capacity.quantity.times(current).times(hours)
      }
      capacity += use.unit.capacity
    }
    let copper: Quantity
    let reactiveCopper: Quantity
    switch rule.copper {
    case .bands(let bands):
      let ratio = Self.loadRatio(metered, rule, capacity)
      let band = bands.first { band in band.upTo.map { ratio <= $0 } ?? true }
      copper = metered.times(band?.share ?? .zero)
      reactiveCopper = metered.times(rule.reactiveCopper ?? .zero)
    case .physics:
      (copper, reactiveCopper) = try Self.physical(running, rule, period, active, reactiveForward)
    }
    func rounded(_ quantity: Quantity) -> Quantity {
      quantity.rounded(digits: rounding.energyDigits, mode: rounding.mode)
    }
    let transformer = rounded(iron + copper)
    let lineBase = rule.lineLossBase == .metered ? metered : metered + transformer
    let line = rounded(lineBase.times(lineLoss))
    let reactive = rounded(reactiveIron + reactiveCopper)
    working.append(
      .losses(metered: metered, iron: iron, copper: copper, line: line, reactive: reactive))
    switch rule.allocation {
    case .proRata: spread(transformer + line, digits: rounding.energyDigits)
    case .flat:
      let periods = segments.first?.map(\.period) ?? []
      if let flat = periods.contains(.flat) ? PeriodName.flat : periods.last {
        add(transformer + line, to: flat)
      }
    }
    if rule.countsInPowerFactor {
      active += Energy(transformer + line)
      if let forward = reactiveForward { reactiveForward = forward + Energy(reactive) }
    }
  }

  /// The hours a unit runs: the tariff's month, or its thirtieths for part of a period.
  private static func hours(
    _ rule: LossRule, _ use: CapacityTimeline.Use, _ period: DateSpan
  ) -> Rate {
    guard use.daysInUse < period.dayCount else { return Rate(rule.hoursPerMonth) }
    return Rate(
      units: RoundingMode.halfAwayFromZero.divide(
        Rate(rule.hoursPerMonth).units * Int128(min(30, use.daysInUse)), by: 30))
  }

  /// kWh ÷ hours ÷ (0.8 × kVA).
  private static func loadRatio(_ metered: Quantity, _ rule: LossRule, _ capacity: Power) -> Rate {
    let full = Quantity(units: capacity.quantity.units * Int128(rule.hoursPerMonth) * 8 / 10)
    return Rate(metered, over: full) ?? .zero
  }

  /// Pk × (S ÷ Sn)² and Uk × Sn × (S ÷ Sn)² over the hours, S the mean apparent power, shared
  /// between units by their ratings.
  static func physical(
    _ units: [CapacityTimeline.Use], _ rule: LossRule, _ period: DateSpan, _ active: Energy,
    _ reactive: Energy?
  ) throws(BillingProblem) -> (active: Quantity, reactive: Quantity) {
    let capacity = units.reduce(Power.zero) { $0 + $1.unit.capacity }
    guard capacity > .zero else { return (.zero, .zero) }
    // (S ÷ Sn)² = (P² + Q²) ÷ (Sn × h)², all in whole watt-hours.
    let p = RoundingMode.halfAwayFromZero.divide(active.millijoules, by: 3_600_000)
    let q = RoundingMode.halfAwayFromZero.divide((reactive ?? .zero).millijoules, by: 3_600_000)
    let full = capacity.units * Int128(rule.hoursPerMonth) / 1000
    let square = Rate(
      units: WideProduct(p * p + q * q, Rate.unitsPerOne).divided(by: max(1, full * full)))
    var lost = Quantity.zero
    var reactiveLost = Quantity.zero
    for use in units {
      guard let plate = use.unit.losses, let load = plate.load else {
        throw .missingLosses(unit: use.unit.id)
      }
      let hours = hours(rule, use, period)
      lost += load.quantity.times(square).times(hours)
      if let voltage = plate.shortCircuitVoltage {
        reactiveLost += use.unit.capacity.quantity.times(voltage).times(square).times(hours)
      }
    }
    return (lost, reactiveLost)
  }
}
