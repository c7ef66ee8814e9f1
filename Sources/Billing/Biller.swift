import Quantities
import Tariffs
import Use

/// Works out the bills of an account: determinants first, then every month under the whole rule
/// set, in order, so that ratchets and annual minimums see the months before.
public struct Biller: Sendable {
  /// The tariffs at hand and what was asked beside them.
  public let terms: BillingTerms

  /// Makes a biller.
  public init(terms: BillingTerms) { self.terms = terms }

  /// The bills of every month an account's meters cover.
  ///
  /// - Parameters:
  ///   - account: The account.
  ///   - use: Its intervals or register readings, in the tariff's local time.
  ///   - months: The months to bill; nothing for all of them.
  ///   - history: What was metered in months before the use begins, for ratchets.
  ///   - known: What was metered, where the same use has been added up already.
  /// - Returns: A bill for every whole month; months with holes are named, not billed.
  /// - Throws: ``BillingFailure`` with every reason, where rules, prices or figures are missing.
  public func bills(
    for account: Account, use: MeteredUse, months: Set<Month>? = nil,
    history: [BillingDeterminants] = [], metered known: MeteredMonths = MeteredMonths()
  ) throws(BillingFailure) -> AccountBill {
    guard let tariff = terms.book.tariffs[account.tariff] else {
      throw BillingFailure([
        .unknownTariff(account.tariff, known: terms.book.tariffs.keys.sorted())
      ])
    }
    var problems: [BillingProblem] = []
    var prepared: [PreparedMonth] = []
    for month in Self.months(of: use, account: account) {
      do throws(BillingProblem) {
        prepared.append(
          try PreparedMonth(month, account: account, use: use, terms: terms, metered: known))
      } catch {
        if months?.contains(month) ?? true { problems.append(error) }
      }
    }
    var metered = Dictionary(
      history.map { ($0.month, $0) }, uniquingKeysWith: { _, last in last })
    var outcomes: [MonthOutcome] = []
    var bills: [Bill] = []
    for month in prepared {
      let whole = month.determinants.whole
      do throws(BillingFailure) {
        // What months have in common is given up before it grows, so that it is not copied.
        if let outcome = try outcome(
          of: month, of: account, use: use, history: metered, earlier: bills)
        {
          if case .billed(let bill) = outcome { bills.append(bill) }
          if months?.contains(whole.month) ?? true { outcomes.append(outcome) }
        }
      } catch {
        if months?.contains(whole.month) ?? true { problems += error.problems }
      }
      metered[whole.month] = whole
    }
    guard problems.isEmpty else { throw BillingFailure(problems) }
    return AccountBill(account: account, tariff: tariff, months: outcomes)
  }

  /// The bill of a month, or between what it would lie.
  private func outcome(
    of month: PreparedMonth, of account: Account, use: MeteredUse,
    history: [Month: BillingDeterminants], earlier: [Bill]
  ) throws(BillingFailure) -> MonthOutcome? {
    let whole = month.determinants.whole
    guard whole.coverage.isWhole else {
      return .incomplete(
        IncompleteMonth(
          determinants: whole,
          bounds: bounds(of: month, of: account, use: use, history: history, earlier: earlier)))
    }
    let context = MonthBilling.BillingContext(
      terms: terms, history: history, earlier: earlier, profile: use.profile)
    guard let billing = month.billing(in: context) else { return nil }
    var bill = try billing.bill()
    if whole.estimated.intervals > 0 {
      let least = billWithoutEstimates(month, of: account, use: use, context: context)
      bill.notes.insert(.estimated(whole.estimated, least: least?.total), at: 0)
    }
    return .billed(bill)
  }

  /// Adds a use up under an account's hours, so that its bills need not.
  ///
  /// - Parameters:
  ///   - use: The use.
  ///   - account: The account.
  ///   - known: What has been added up already, of the same use.
  /// - Returns: What the bills need, beside what was known.
  public func metered(
    _ use: MeteredUse, of account: Account, beside known: MeteredMonths = MeteredMonths()
  ) -> MeteredMonths {
    var metered = known
    for month in Self.months(of: use, account: account) {
      // A month without rules or prices is told of when it is billed.
      guard
        let prepared = try? PreparedMonth(
          month, account: account, use: use, terms: terms, metered: metered)
      else { continue }
      metered[prepared.key] = prepared.determinants
    }
    return metered
  }

  /// The bill of a month with nothing where values were filled in.
  private func billWithoutEstimates(
    _ month: PreparedMonth, of account: Account, use: MeteredUse,
    context: MonthBilling.BillingContext
  ) -> Bill? {
    guard let profile = use.profile?.withoutEstimates else { return nil }
    let prepared = try? PreparedMonth(
      month.determinants.whole.month, account: account, use: .intervals(profile), terms: terms)
    let billing = prepared?.billing(in: context)
    return try? billing?.bill()
  }

  /// Between which amounts the bill of a month with holes would lie.
  private func bounds(
    of month: PreparedMonth, of account: Account, use: MeteredUse,
    history: [Month: BillingDeterminants], earlier: [Bill]
  ) -> MonthBounds? {
    guard let profile = use.profile,
      let filler = HoleFiller(profile, capacity: month.capacity.inUse)
    else { return nil }
    var totals: [Money] = []
    for quarters in HoleFiller.quarters {
      let filled = filler.filled(month.period, quarters: quarters)
      guard
        let prepared = try? PreparedMonth(
          month.determinants.whole.month, account: account, use: .intervals(filled),
          terms: terms)
      else { return nil }
      let context = MonthBilling.BillingContext(
        terms: terms, history: history, earlier: earlier, profile: filled)
      let billing = prepared.billing(in: context)
      guard let bill = try? billing?.bill() else { return nil }
      totals.append(bill.total)
    }
    guard let lowest = totals.min(), let highest = totals.max() else { return nil }
    return MonthBounds(lowest: lowest, highest: highest, ceiling: filler.ceiling)
  }

  /// The months an account's meters cover.
  public static func months(of use: MeteredUse, account: Account? = nil) -> [Month] {
    switch use {
    case .intervals(let profile):
      guard let account, account.readingDay != nil, let first = profile.months.first,
        let last = profile.months.last
      else { return profile.months }
      // From reading day to reading day, a period belongs to the month it ends in.
      return (first.ordinal...last.ordinal + 1).map(Month.init(ordinal:)).filter { month in
        let period = account.billingPeriod(of: month)
        return period.start < profile.endDay && period.end > profile.firstDay
      }
    case .readings(let readings): return readings.map(\.month).sorted()
    }
  }
}
