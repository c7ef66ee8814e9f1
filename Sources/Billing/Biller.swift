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
  /// - Returns: A bill for every whole month; months with holes are named, not billed.
  /// - Throws: ``BillingFailure`` with every reason, where rules, prices or figures are missing.
  public func bills(
    for account: Account, use: MeteredUse, months: Set<Month>? = nil,
    history: [BillingDeterminants] = []
  ) throws(BillingFailure) -> AccountBill {
    guard let tariff = terms.book.tariffs[account.tariff] else {
      throw BillingFailure([
        .unknownTariff(account.tariff, known: terms.book.tariffs.keys.sorted())
      ])
    }
    var problems: [BillingProblem] = []
    var prepared: [(MonthRules, BillingDeterminants)] = []
    for month in Self.months(of: use) {
      do throws(BillingProblem) {
        let rules = try MonthRules(for: account, month: month, terms: terms)
        prepared.append(
          (rules, try Self.determinants(of: use, month: month, version: rules.version)))
      } catch {
        if months?.contains(month) ?? true { problems.append(error) }
      }
    }
    var metered = Dictionary(
      history.map { ($0.month, $0) }, uniquingKeysWith: { _, last in last })
    var outcomes: [MonthOutcome] = []
    var bills: [Bill] = []
    for (rules, determinants) in prepared {
      defer { metered[determinants.month] = determinants }
      guard determinants.coverage.isWhole else {
        outcomes.append(.incomplete(determinants))
        continue
      }
      var billing = MonthBilling(
        account: account, rules: rules, determinants: determinants, history: metered,
        earlier: bills)
      do throws(BillingFailure) {
        let bill = try billing.bill()
        bills.append(bill)
        outcomes.append(.billed(bill))
      } catch {
        if months?.contains(determinants.month) ?? true { problems += error.problems }
      }
    }
    guard problems.isEmpty else { throw BillingFailure(problems) }
    return AccountBill(
      account: account, tariff: tariff,
      months: outcomes.filter { months?.contains($0.month) ?? true })
  }

  /// The months an account's meters cover.
  public static func months(of use: MeteredUse) -> [Month] {
    switch use {
    case .intervals(let profile): return profile.months
    case .readings(let readings): return readings.map(\.month).sorted()
    }
  }

  private static func determinants(
    of use: MeteredUse, month: Month, version: TariffVersion
  ) throws(BillingProblem) -> BillingDeterminants {
    switch use {
    case .intervals(let profile):
      return try DeterminantsBuilder.determinants(of: profile, month: month, version: version)
    case .readings(let readings):
      guard let reading = readings.first(where: { $0.month == month }) else {
        return BillingDeterminants(month: month, coverage: .register)
      }
      return try DeterminantsBuilder.determinants(of: reading, version: version)
    }
  }
}
