import Quantities
import Testing
import Use

@testable import Advice

@Suite("Recommendations: what they rest on and what to find out on site")
struct AuditRecommendationTests {
  private typealias Cases = FindingCases

  @Test(
    "The method rests on three months of 500 kW and its rule; it is filed 15 working days ahead")
  func method() throws {
    let audit = try Audit(try Cases.subject { $0.basicCharge = .capacity })
    let method = try #require(
      audit.recommendations.first { $0.lever == .basicCharge(.always(.actualDemand)) })
    // 20 × 2000 against 30 × 500.
    #expect(method.saving == Money(75_000))
    #expect(method.because.months == (0..<3).map { Cases.january.adding($0) })
    #expect(method.because.maximumDemand == Power(500))
    #expect(method.because.rule == Cases.rule(13))
    #expect(method.checks.contains(.notice(workingDays: 15)))
    #expect(!method.isConditional)
  }

  @Test("A contract demand is filed 5 working days ahead")
  func contract() throws {
    let audit = try Audit(
      try Cases.subject {
        $0.transformers = try TransformerSet("1000")
        $0.basicCharge = .contractDemand
        $0.contractDemand = Power(800)
      })
    let contract = try #require(
      audit.recommendations.first { $0.lever.name == "contract-demand" })
    // 500 ÷ 1.05 = 476.2: 477 kW, 323 less in each of three months.
    #expect(contract.saving == Money(29_070))
    #expect(contract.because.rule == Cases.rule(12))
    #expect(contract.checks.contains(.notice(workingDays: 5)))
  }

  @Test("A tenth of 400 kW moved into hours of 200 kW saves 8640: energy 7440, demand 1200")
  func flexible() throws {
    // 40 kW × 12 h × 31 days × (1.05 − 0.55), and 40 kW × 30.
    let audit = try Audit(try Cases.intervals(peak: 400, valley: 200))
    let shift = try #require(
      audit.recommendations.first { $0.lever.name == "shift-flexible" })
    #expect(shift.saving == Money(8640))
    #expect(shift.feasibility == .ifLoadCanMove(share: try Rate("0.1")))
    #expect(shift.isConditional)
    #expect(shift.checks.contains(.flexibility))
    #expect(audit.recommendations.last == shift)
    #expect(
      !(try Audit(try Cases.subject())).recommendations.contains {
        $0.lever.name == "shift-flexible"
      })
  }

  @Test("The load of a tenth that moves never passes the maximum there was")
  func ceiling() throws {
    let even = try Audit(try Cases.intervals(peak: 400, valley: 400))
    #expect(!even.recommendations.contains { $0.lever.name == "shift-flexible" })
  }

  @Test("Every recommendation names what to find out, and says what it rests on")
  func everyKind() throws {
    let subject = try Cases.subject(Cases.readings([250, 60, 60])) {
      $0.transformers = try TransformerSet("160+125")
      $0.basicCharge = .capacity
    }
    let audit = try Audit(subject)
    #expect(audit.recommendations.count >= 3)
    for recommendation in audit.recommendations {
      #expect(!recommendation.checks.isEmpty)
      #expect(recommendation.because.rule != nil)
      #expect(recommendation.because.months.count == 3)
      #expect(recommendation.saving > .zero)
    }
  }
}
