import Quantities
import Tariffs
import Use

/// Works out one month's bill, charge by charge in the tariff's order.
final class MonthBilling {
  /// The account as it stands at the start of the period.
  let account: Account
  let month: Month
  let period: DateSpan
  let segments: [BillingSegment]
  /// The rules at the start of the period, by which everything but energy is billed.
  let rules: MonthRules
  let determinants: BillingDeterminants
  let capacity: MonthCapacity
  let context: BillingContext

  var use: BillableUse
  var lines: [BillLine] = []
  var notes: [BillNote] = []
  var method: BasicChargeMethod?
  var billedDemand: Power?
  var powerFactor: PowerFactor?

  /// What months have in common.
  final class BillingContext: Sendable {
    let terms: BillingTerms
    /// What was metered in earlier months, for ratchets.
    let history: [Month: BillingDeterminants]
    /// Bills of earlier months, for annual minimums.
    let earlier: [Bill]
    /// Interval data, where there are any, for prices by time of day.
    let profile: LoadProfile?

    init(
      terms: BillingTerms, history: [Month: BillingDeterminants], earlier: [Bill],
      profile: LoadProfile?
    ) {
      self.terms = terms
      self.history = history
      self.earlier = earlier
      self.profile = profile
    }
  }

  init?(
    _ account: Account, period: DateSpan, segments: [BillingSegment],
    whole: BillingDeterminants, capacity: MonthCapacity, context: BillingContext
  ) {
    guard let first = segments.first else { return nil }
    self.account = account
    self.period = period
    self.segments = segments
    self.capacity = capacity
    self.context = context
    month = whole.month
    rules = first.rules
    determinants = whole
    use = BillableUse(segments, whole: whole, rounding: first.rules.version.rounding)
    for note in segments.flatMap(\.rules.notes) where !notes.contains(note) { notes.append(note) }
    if segments.count > 1, whole.coverage == .register {
      notes.append(.splitByDays(segments.dropFirst().map(\.span.start)))
    }
  }

  var rounding: BillRounding { rules.version.rounding }

  /// The bill, or every reason there is none.
  func bill() throws(BillingFailure) -> Bill {
    var problems: [BillingProblem] = []
    do throws(BillingProblem) {
      try prepareUse()
    } catch {
      problems.append(error)
    }
    var adjusted = false
    for charge in rules.version.charges {
      if charge.kind.isReckoned, !adjusted {
        lines += adjustmentLines
        adjusted = true
      }
      do throws(BillingProblem) {
        try addLines(of: charge)
      } catch {
        problems.append(error)
      }
    }
    if !adjusted { lines += adjustmentLines }
    guard problems.isEmpty else { throw BillingFailure(problems) }
    noteDemand()
    return Bill(
      month: month, period: period, tariff: rules.tariff.id, determinants: determinants,
      method: method, billedDemand: billedDemand, capacity: capacity.inUse,
      powerFactor: powerFactor, lines: lines, total: lines.reduce(.zero) { $0 + $1.amount },
      notes: notes)
  }

  /// Adds losses and takes sub-meters out, so that registers are as they are billed.
  private func prepareUse() throws(BillingProblem) {
    if account.meteringSide == .lowVoltage {
      if let rule = rules.version.losses {
        try use.addLosses(
          rule, units: capacity.units, lineLoss: account.lineLoss, period: period,
          rounding: rounding)
      } else {
        notes.append(.noLossRule)
      }
    }
    try use.take(account.subMeters, whole: determinants, rounding: rounding)
  }

  private func addLines(of charge: Charge) throws(BillingProblem) {
    switch charge.kind {
    case .fixed(let fixed): lines += try fixedLines(fixed, charge)
    case .basic(let basic): lines += try basicLines(basic, charge)
    case .energy: try addEnergyLines()
    case .demand(let demand): lines += try demandLines(demand, charge)
    case .reactive(let reactive): lines += try reactiveLines(reactive, charge)
    case .reserve(let reserve): lines += try reserveLines(reserve, charge)
    case .export(let credit): lines += try exportLines(credit, charge)
    case .powerFactor(let adjustment): lines += try powerFactorLines(adjustment, charge)
    case .tax(let tax): lines += taxLines(tax, charge)
    case .minimum(let minimum): lines += minimumLines(minimum, charge)
    }
  }

  /// The lines that a reckoned charge names.
  ///
  /// Those below it are not there yet, so charges cannot run in circles.
  func selected(_ base: [ChargeSelector]) -> [BillLine] {
    lines.filter { line in base.contains { $0.selects(line.charge) } }
  }

  private func noteDemand() {
    if account.energySource == .market, account.curve == nil { notes.append(.marketWithoutCurve) }
    noteWeather()
    let demandSeconds = rules.version.demandIntervalSeconds
    if let seconds = determinants.demandIntervalSeconds, seconds > demandSeconds {
      notes.append(.coarseDemand(intervalSeconds: seconds, demandSeconds: demandSeconds))
    }
    if let sliding = determinants.slidingDemand, let fixed = determinants.maximumDemand,
      sliding.power > fixed.power
    {
      notes.append(
        .slidingDemand(
          fixed: .init(power: fixed.power, start: fixed.start),
          sliding: .init(power: sliding.power, start: sliding.start)))
    }
    let sum = determinants.energy.reduce(Energy.zero) { $0 + $1.energy }
    if sum != determinants.totalEnergy {
      notes.append(.registersDiffer(sum: sum, total: determinants.totalEnergy))
    }
  }
}

extension Charge.Kind {
  /// Whether the charge is reckoned on lines above it.
  fileprivate var isReckoned: Bool {
    switch self {
    case .powerFactor, .tax, .minimum: return true
    case .fixed, .basic, .energy, .demand, .reactive, .reserve, .export: return false
    }
  }
}
