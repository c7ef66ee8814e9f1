import Quantities
import Tariffs
import Use

/// Works out one month's bill, charge by charge in the tariff's order.
struct MonthBilling {
  let account: Account
  let rules: MonthRules
  let determinants: BillingDeterminants
  /// What was metered in earlier months, for ratchets.
  let history: [Month: BillingDeterminants]
  /// Bills of earlier months, for annual minimums.
  let earlier: [Bill]

  private(set) var lines: [BillLine] = []
  var notes: [BillNote] = []
  var method: BasicChargeMethod?
  var billedDemand: Power?
  var powerFactor: PowerFactor?

  init(
    account: Account, rules: MonthRules, determinants: BillingDeterminants,
    history: [Month: BillingDeterminants], earlier: [Bill]
  ) {
    self.account = account
    self.rules = rules
    self.determinants = determinants
    self.history = history
    self.earlier = earlier
    notes = rules.notes
  }

  var month: Month { determinants.month }
  var rounding: BillRounding { rules.version.rounding }

  /// The bill, or every reason there is none.
  mutating func bill() throws(BillingFailure) -> Bill {
    var problems: [BillingProblem] = []
    for charge in rules.version.charges {
      do throws(BillingProblem) {
        lines += try lines(of: charge)
      } catch {
        problems.append(error)
      }
    }
    guard problems.isEmpty else { throw BillingFailure(problems) }
    noteDemand()
    return Bill(
      month: month, tariff: rules.tariff.id, determinants: determinants, method: method,
      billedDemand: billedDemand, capacity: account.billedCapacity, powerFactor: powerFactor,
      lines: lines, total: lines.reduce(.zero) { $0 + $1.amount }, notes: notes)
  }

  private mutating func lines(of charge: Charge) throws(BillingProblem) -> [BillLine] {
    switch charge.kind {
    case .fixed(let fixed): return try fixedLines(fixed, charge)
    case .basic(let basic): return try basicLines(basic, charge)
    case .energy(let energy): return try energyLines(energy, charge)
    case .demand(let demand): return try demandLines(demand, charge)
    case .reactive(let reactive): return try reactiveLines(reactive, charge)
    case .powerFactor(let adjustment): return try powerFactorLines(adjustment, charge)
    case .tax(let tax): return taxLines(tax, charge)
    case .minimum(let minimum): return minimumLines(minimum, charge)
    }
  }

  /// The lines that a reckoned charge names.
  ///
  /// Those below it are not there yet, so charges cannot run in circles.
  func selected(_ base: [ChargeSelector]) -> [BillLine] {
    lines.filter { line in base.contains { $0.selects(line.charge) } }
  }

  private mutating func noteDemand() {
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
