import Quantities
import Tariffs
import Use

/// How a month's energy fills the tiers of each period.
struct EnergySlices {
  private let energy: EnergyCharge
  private let registers: [RoundedRegister]
  private let determinants: BillingDeterminants
  private let part: (days: Int, of: Int)

  /// - Parameters:
  ///   - energy: The charge.
  ///   - registers: What is billed of each period.
  ///   - determinants: What was metered.
  ///   - part: The days the registers are of, out of those of the billing period.
  init(
    _ energy: EnergyCharge, registers: [RoundedRegister], determinants: BillingDeterminants,
    part: (days: Int, of: Int)
  ) {
    self.energy = energy
    self.registers = registers
    self.determinants = determinants
    self.part = part
  }

  /// The slices of a register whose price has tiers.
  func of(
    _ register: RoundedRegister, _ entry: PeriodPrice
  ) throws(BillingProblem) -> [EnergySlice] {
    var limits: [Quantity?] = []
    for tier in entry.tiers {
      limits.append(try Self.limit(tier.upTo, energy.tierBasis, determinants, part))
    }
    switch energy.tierAllocation {
    case .proportional:
      let total = registers.reduce(Quantity.zero) { $0 + $1.billed }
      return Self.proportional(register.billed, of: total, limits)
    case .chronological:
      guard !determinants.sequence.isEmpty || registers.count == 1 else {
        throw .missingUse(.sequence, charge: "energy", month: determinants.month)
      }
      return Self.chronological(register, limits, determinants.sequence)
    }
  }

  /// A tier's upper end in kWh of these days; a limit of the month is shared by days.
  private static func limit(
    _ upTo: Quantity?, _ basis: EnergyCharge.TierBasis, _ determinants: BillingDeterminants,
    _ part: (days: Int, of: Int)
  ) throws(BillingProblem) -> Quantity? {
    guard let upTo else { return nil }
    switch basis {
    case .energy:
      guard part.days < part.of else { return upTo }
      return Quantity(
        units: RoundingMode.halfAwayFromZero.divide(
          upTo.units * Int128(part.days), by: Int128(part.of)))
    case .dailyEnergy:
      return Quantity(units: upTo.units * Int128(part.days))
    case .energyPerDemand:
      guard let demand = determinants.maximumDemand else {
        throw determinants.lacking(.maximumDemand, charge: "energy")
      }
      return upTo.times(demand.power)
    }
  }

  /// Every period has its share of each tier: slices are cut from running totals, so that they
  /// add up to the period whatever the rounding.
  private static func proportional(
    _ quantity: Quantity, of total: Quantity, _ limits: [Quantity?]
  ) -> [EnergySlice] {
    var result: [EnergySlice] = []
    var used = Quantity.zero
    var lower = Quantity.zero
    for (tier, limit) in limits.enumerated() {
      let reached: Quantity
      if let limit, limit < total {
        reached = quantity.scaled(by: limit, over: total)
      } else {
        reached = quantity
      }
      if reached > used || tier == 0 {
        result.append(
          EnergySlice(
            tier: tier, quantity: reached - used, exact: reached - used, from: lower, upTo: limit))
      }
      used = max(used, reached)
      lower = limit ?? lower
    }
    return result
  }

  private static func chronological(
    _ register: RoundedRegister, _ limits: [Quantity?], _ sequence: [RegisterEnergy]
  ) -> [EnergySlice] {
    let runs =
      sequence.isEmpty
      ? [RegisterEnergy(period: register.period, energy: Energy(register.billed))] : sequence
    var perTier = Array(repeating: Quantity.zero, count: limits.count)
    var before = Energy.zero
    for run in runs {
      let after = before + run.energy
      if run.period == register.period {
        var from = before.quantity
        for (tier, limit) in limits.enumerated() {
          let end = limit.map { min($0, after.quantity) } ?? after.quantity
          if end > from {
            perTier[tier] += end - from
            from = end
          }
        }
      }
      before = after
    }
    var result: [EnergySlice] = []
    var lower = Quantity.zero
    for (tier, quantity) in perTier.enumerated() {
      if quantity != .zero || tier == 0 {
        result.append(
          EnergySlice(
            tier: tier, quantity: quantity, exact: quantity, from: lower, upTo: limits[tier]))
      }
      lower = limits[tier] ?? lower
    }
    return result
  }
}
