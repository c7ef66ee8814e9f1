import Advice
import Billing
import Casework
import Documents
import Metering
import Quantities
import Tariffs
import Use

/// Makes a row of an account.
package struct AccountScreening: Sendable {
  let biller: Biller
  /// Tells why an account cannot be billed, in words.
  let explain: @Sendable (BillingFailure, Account) -> Message

  /// Makes a screening.
  ///
  /// - Parameters:
  ///   - terms: The tariffs at hand.
  ///   - explain: Tells why an account cannot be billed, in words.
  package init(
    terms: BillingTerms, explain: @escaping @Sendable (BillingFailure, Account) -> Message
  ) {
    biller = Biller(terms: terms)
    self.explain = explain
  }

  /// The row of an account, from what its files come to.
  package func row(_ item: DossierStream.Item, _ reading: DossierStream.Reading) -> ScreenRow {
    switch reading {
    case .faulty(let diagnostics): return Self.row(item.entry, .failed(Self.text(diagnostics)))
    case .account(let entry): return row(entry)
    }
  }

  /// The row of an account with its use.
  package func row(_ entry: DossierAccount) -> ScreenRow {
    guard let use = entry.use else {
      return Self.row(
        entry, .failed("the dossier holds neither readings nor interval data of the account"))
    }
    let subject = AccountCase(account: entry.account, use: use, biller: biller)
    let doubts = AccountReview.quickFindings(of: entry).compactMap(DataDoubt.init)
    do throws(BillingFailure) {
      let audit = try QuickAudit(subject, doubts: doubts)
      guard !audit.bill.bills.isEmpty else {
        return Self.row(entry, .failed("no month is whole"))
      }
      return Self.row(entry, .billed(figures(audit)))
    } catch {
      return Self.row(entry, .failed(explain(error, entry.account)))
    }
  }

  private func figures(_ audit: QuickAudit) -> ScreenFigures {
    let bill = audit.bill
    let indicators = audit.indicators
    let best = audit.recommendations.first
    return ScreenFigures(
      currency: bill.tariff.currency, moneyDigits: moneyDigits(of: bill),
      months: bill.bills.count, incompleteMonths: bill.incompleteMonths.count,
      energy: indicators.energy, total: indicators.total, averagePrice: indicators.averagePrice,
      basicShare: indicators.basicShare, loadRatio: indicators.loadRatio,
      loadFactor: indicators.loadFactor, valleyShare: indicators.valleyShare,
      powerFactor: indicators.powerFactor, maximumDemand: indicators.maximumDemand,
      capacity: indicators.capacity, findings: Self.codes(audit.findings),
      best: best.map {
        ScreenFigures.BestLever(lever: $0.lever.name, to: $0.to.text, saving: $0.saving)
      }, evenLoadSaving: audit.evenLoadSaving)
  }

  private func moneyDigits(of bill: AccountBill) -> Int {
    let date = biller.terms.asOf?.firstDay ?? bill.bills.first?.period.start
    return date.flatMap { bill.tariff.version(on: $0) }?.rounding.moneyDigits
      ?? BillRounding().moneyDigits
  }

  /// Each code once, in the order of the findings.
  private static func codes(_ findings: [Finding]) -> [String] {
    findings.map(\.code.rawValue).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func row(_ entry: DossierAccount, _ outcome: ScreenRow.Outcome) -> ScreenRow {
    ScreenRow(
      account: entry.account.id, name: entry.account.name, industry: entry.account.industry,
      voltage: entry.account.voltage, tariff: entry.account.tariff, outcome: outcome,
      extra: entry.extra)
  }

  /// The first of an account's faults, and how many more there are.
  private static func text(_ diagnostics: [Diagnostic]) -> Message {
    guard let first = diagnostics.first else { return "its rows cannot be read" }
    let place = [first.file, first.line.map(String.init)].compactMap { $0 }.joined(separator: ":")
    let rest = diagnostics.count - 1
    return rest > 0
      ? "\(place): \(first.sentence) (and \(rest) more)" : "\(place): \(first.sentence)"
  }
}
