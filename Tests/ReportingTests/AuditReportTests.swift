import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@testable import Advice
@testable import Reporting

@Suite("An audit as text and as JSON")
struct AuditReportTests {
  /// The rolling mill on the capacity method, which costs 22 × 6300 a month for 4120 kW.
  private static func audit() throws -> Audit {
    let tariff = try Fixtures.twoPart()
    var account = try Fixtures.mill(tariff)
    account.basicCharge = .capacity
    account.energySource = .agent
    let use = MeteredUse.readings([
      try Fixtures.reading("2026-01"), try Fixtures.reading("2026-02"),
    ])
    let terms = BillingTerms(book: try Fixtures.book(tariff))
    return try Audit(AccountCase(account: account, use: use, biller: Biller(terms: terms)))
  }

  @Test("Every code has words of its own, also where a figure is missing")
  func everyCode() {
    var seen: [String: Finding.Code] = [:]
    // A doubt about data is told in the words it was seen in.
    let told: Set<Finding.Code> = [.dataGap, .dataSuspect, .multiplierSuspect]
    for code in Finding.Code.allCases {
      let evidence: [Finding.Evidence] = told.contains(code) ? [.init("seen", .word("Seen"))] : []
      let finding = Finding(code: code, severity: .info, evidence: evidence)
      let text = FindingWords(finding: finding, currency: "CNY").text
      #expect(text.count > 5, "\(code)")
      if !told.contains(code) {
        #expect(seen.updateValue(code, forKey: text) == nil, "\(code) and another: \(text)")
      }
    }
  }

  @Test(
    "A recommendation says what it rests on and what to find out; the best, whether it is proved")
  func json() throws {
    let report = AuditReport(try Self.audit())
    let text = JSONWriter.compact(report.json)
    for part in [
      "billed over 2026-01, 2026-02 with a maximum demand of 4,120 kW; 江发改价格〔2025〕001号, p. 5; ",
      "\"check_on_site\"", "\"condition\":null", "\"highest_intervals\":[]", "\"optimal\"",
      "\"lower_bound\"", "how long before the utility wants to be told",
    ] {
      let isThere = text.contains(part)
      #expect(isThere, "\(part)")
    }
    #expect(report.text.contains("check on site: "))
    #expect(report.text.contains("proved"))
  }

  @Test("What was seen is told in its own words, with the rule")
  func doubt() {
    let finding = Finding(
      code: .multiplierSuspect, severity: .warning,
      evidence: [
        .init("rule", .word("Q13")), .init("times", .count(1)),
        .init("seen", .word("9,000 kW on 2000 kVA")),
      ])
    #expect(
      FindingWords(finding: finding, currency: "CNY").text == "9,000 kW on 2000 kVA (rule Q13)")
  }
}
