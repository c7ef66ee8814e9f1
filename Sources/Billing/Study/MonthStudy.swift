import Quantities
import Tariffs
import Use

/// One month of an account, prepared once and billed for other use than was metered.
///
/// An optimiser asks it what demand and energy cost, instead of knowing any rule itself.
package struct MonthStudy {
  let prepared: PreparedMonth
  /// The account at the start of the period.
  package private(set) var account: Account
  let context: MonthBilling.BillingContext

  /// How a study departs from what was metered.
  package struct Departure: Sendable {
    /// Another maximum demand. [kW]
    package var demand: Power?
    /// Another contract demand. [kW]
    package var contract: Power?
    /// Energy moved from one register to another. [kWh]
    package var transfer: (from: Int, to: Int, energy: Energy)?
    /// Energy used beside what was metered. [kWh]
    package var addition: (to: Int, energy: Energy)?
    /// What the prices of a market's curve rise by. [currency/kWh]
    package var curveRise: Price?
    /// Whether lines, registers and demand are left unrounded.
    package var unrounded = false

    package init() {}
  }

  /// A register of the month: a period of the days over which rules and prices stay the same.
  package struct Register: Sendable {
    package let span: DateSpan
    package let period: PeriodName
    package let energy: Energy
  }

  /// Prepares a month.
  ///
  /// - Parameters:
  ///   - month: The billing month.
  ///   - account: The account.
  ///   - use: Its use.
  ///   - terms: The tariffs at hand.
  ///   - metered: What has been added up already, of the same use.
  ///   - history: What was metered in earlier months, for ratchets.
  /// - Throws: ``BillingProblem`` where no rules or prices are in force.
  package init(
    _ month: Month, of account: Account, use: MeteredUse, terms: BillingTerms,
    metered: MeteredMonths = MeteredMonths(), history: [Month: BillingDeterminants] = [:]
  ) throws(BillingProblem) {
    prepared = try PreparedMonth(
      month, account: account, use: use, terms: terms, metered: metered)
    self.account = account.state(on: prepared.period.start)
    context = MonthBilling.BillingContext(
      terms: terms, history: history, earlier: [], profile: use.profile)
  }

  /// The days that are billed.
  package var period: DateSpan { prepared.period }
  /// The rules at the start of the period, after any fallback.
  package var version: TariffVersion? { prepared.rules.first?.rules.version }
  /// What was metered.
  package var determinants: BillingDeterminants { prepared.determinants.whole }
  /// The capacity the account is counted with, where known. [kVA]
  package var capacity: Power? { prepared.capacity.inUse }

  /// The same month by another method of the basic charge.
  package func billed(by method: BasicChargeMethod) -> MonthStudy {
    var study = self
    study.account.basicCharge = method
    return study
  }

  /// The registers, in the order in which departures number them.
  package var registers: [Register] {
    zip(prepared.rules, prepared.determinants.segments).flatMap { rules, segment in
      segment.energy.map {
        Register(span: rules.span, period: $0.period, energy: $0.energy)
      }
    }
  }

  /// Which intervals of a profile count for which register.
  package func runs(in profile: LoadProfile) -> [(positions: Range<Int>, register: Int)] {
    var runs: [(positions: Range<Int>, register: Int)] = []
    var first = 0
    for (segment, parts) in zip(prepared.rules, prepared.determinants.segments) {
      let calendar = segment.rules.version.timeOfUse
      let numbers = Dictionary(
        parts.energy.enumerated().map { ($1.period, first + $0) },
        uniquingKeysWith: { first, _ in first })
      for day in segment.span.days {
        for run in calendar.plan(on: day).runs {
          guard let number = numbers[calendar.periods[run.period]],
            let positions = profile.positions(
              ofMinutes: run.from.minutes..<run.to.minutes, on: day)
          else { continue }
          for range in positions where !range.isEmpty { runs.append((range, number)) }
        }
      }
      first += parts.energy.count
    }
    return runs
  }

  /// The month's bill, as metered or with a departure.
  ///
  /// - Throws: ``BillingFailure`` with every reason there is none.
  package func bill(_ departure: Departure = Departure()) throws(BillingFailure) -> Bill {
    var determinants = prepared.determinants
    if let demand = departure.demand {
      determinants = determinants.with(maximumDemand: demand)
    }
    if let transfer = departure.transfer {
      determinants = determinants.moving(
        transfer.energy, from: transfer.from, to: transfer.to)
    }
    if let addition = departure.addition {
      determinants = determinants.adding(addition.energy, to: addition.to)
    }
    var account = account
    if let contract = departure.contract {
      account.contractDemand = contract
      determinants = determinants.withoutContractDemand
    }
    if let rise = departure.curveRise { account.curve = account.curve?.raised(by: rise) }
    let segments = zip(prepared.rules, determinants.segments).map { rules, part in
      var state = rules.account
      state.curve = account.curve
      return BillingSegment(
        span: rules.span, rules: departure.unrounded ? rules.rules.unrounded : rules.rules,
        account: state, determinants: part)
    }
    guard
      let billing = MonthBilling(
        account, period: prepared.period, segments: segments, whole: determinants.whole,
        capacity: prepared.capacity, context: context)
    else { preconditionFailure("a billing period has days") }
    return try billing.bill()
  }
}

extension PriceCurve {
  /// The curve with all prices higher by the same amount.
  fileprivate func raised(by rise: Price) -> PriceCurve {
    func raised(_ steps: [Step]) -> [Step] {
      steps.map { Step(from: $0.from, price: $0.price + rise) }
    }
    return PriceCurve(
      byDate: byDate.mapValues(raised), byMonth: byMonth.mapValues(raised))
  }
}
