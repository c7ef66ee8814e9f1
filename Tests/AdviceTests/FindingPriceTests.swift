import Quantities
import Testing
import Use

@testable import Advice

@Suite("Findings about prices, standards and issued bills, with their figures")
struct FindingPriceTests {
  private typealias Cases = FindingCases

  @Test("125 kVA held to 0.90 at a power factor of 0.91 miss the reward of 0.85: 1.1 % of 173 500")
  func standardTooHigh() throws {
    // From 0.90 the table of 0.85 takes 1.1 % off. So small an account earns the discount: 13 500
    // and 160 000, of which 1908.50 in each of three months.
    func subject(_ standard: Account.StandardChoice) throws -> AccountCase {
      try Cases.subject {
        $0.transformers = try TransformerSet("125")
        $0.powerFactorStandard = standard
      }
    }
    let finding = try #require(
      try Cases.finding(.wrongPowerFactorStandard, try subject(.set(.p90))))
    #expect(finding.severity == .saving)
    #expect(finding.value("standard") == .word("0.90"))
    #expect(finding.value("standard_by_rule") == .word("0.85"))
    #expect(finding.value("cost") == .money(try Money("5725.5")))
    #expect(try Cases.finding(.wrongPowerFactorStandard, try subject(.set(.p85))) == nil)
    #expect(try Cases.finding(.wrongPowerFactorStandard, try subject(.byRule)) == nil)
  }

  @Test("2000 kVA held to 0.85, or to nothing, are told of though it costs them nothing")
  func standardTooLow() throws {
    let low = try Cases.subject { $0.powerFactorStandard = .set(.p85) }
    let finding = try #require(try Cases.finding(.wrongPowerFactorStandard, low))
    #expect(finding.severity == .warning)
    #expect(finding.value("cost") == .money(Money(-5775)))
    let none = try Cases.subject { $0.powerFactorStandard = .none }
    let missing = try #require(try Cases.finding(.wrongPowerFactorStandard, none))
    #expect(missing.value("standard") == .word("none"))
    #expect(missing.value("standard_by_rule") == .word("0.90"))
    #expect(missing.value("cost") == .money(.zero))
  }

  @Test("250 kVA by the single-part tariff save the basic charge, 13 500 a month")
  func singlePart() throws {
    func subject(_ transformers: String) throws -> AccountCase {
      try Cases.subject { $0.transformers = try TransformerSet(transformers) }
    }
    let finding = try #require(try Cases.finding(.singlePartCheaper, try subject("250")))
    #expect(finding.value("tariff") == .word("single"))
    // 500 kW at 30, less the discount for 800 kWh/kVA.
    #expect(finding.value("saving") == .money(Money(40_500)))
    #expect(try Cases.finding(.singlePartCheaper, try subject("400")) == nil)
  }

  @Test("1.5 times a purchase price of 0.5 costs 0.25 more over both periods: 50 000 a month")
  func agent() throws {
    // 100 000 × 0.25 × (1.5 + 0.5).
    let subject = try Cases.subject { $0.energySource = .agentOneAndAHalf }
    let finding = try #require(try Cases.finding(.agentOneAndAHalf, subject))
    #expect(finding.value("cost") == .money(Money(150_000)))
    #expect(finding.value("cost_per_kwh") == .price(try Price("0.25")))
    #expect(try Cases.finding(.agentOneAndAHalf, try Cases.subject()) == nil)
  }

  private func totals(_ amount: Int) -> [IssuedCharge] {
    (0..<3).map {
      IssuedCharge(
        month: Cases.january.adding($0), charge: "total", amount: Money(amount))
    }
  }

  @Test("Bills of 155 000 follow from the row of 35 kV, 0.2 for 0.3: 20 000 a month apart")
  func priceRow() throws {
    let finding = try #require(
      try Cases.finding(.wrongPriceRow, try Cases.subject(), issued: totals(155_000)))
    #expect(finding.value("voltage") == .word("1-10kV"))
    #expect(finding.value("voltage_that_fits") == .word("35kV"))
    #expect(finding.value("difference") == .money(Money(-60_000)))
    for other in [154_999, 175_000, 176_000] {
      #expect(
        try Cases.finding(.wrongPriceRow, try Cases.subject(), issued: totals(other)) == nil)
    }
  }

  @Test("Bills of 176 000 differ by 1000 a month and nothing explains it; 175 000 do not differ")
  func difference() throws {
    let finding = try #require(
      try Cases.finding(.billDiffers, try Cases.subject(), issued: totals(176_000)))
    #expect(finding.value("issued") == .money(Money(528_000)))
    #expect(finding.value("computed") == .money(Money(525_000)))
    #expect(finding.value("difference") == .money(Money(3000)))
    #expect(finding.value("explained_by") == .variants([]))
    #expect(
      try Cases.finding(.billDiffers, try Cases.subject(), issued: totals(175_000)) == nil)
    #expect(try Cases.finding(.billDiffers, try Cases.subject()) == nil)
  }

  @Test("A contract of 800 kW exceeded by 1000 kW, billed by reading B, is told with its reading")
  func explained() throws {
    // B: 800 + 2 × (1000 − 840) = 1120 kW; A: 840 + 320 = 1160 kW. 30 × 40 less.
    let subject = try Cases.subject(Cases.readings([1000, 1000, 1000])) {
      $0.basicCharge = .contractDemand
      $0.contractDemand = Power(800)
    }
    let finding = try #require(
      try Cases.finding(.billDiffers, subject, issued: totals(193_600)))
    #expect(finding.value("difference") == .money(Money(-3600)))
    #expect(finding.value("explained_by") == .variants([.excessReading(.b)]))
  }

  @Test("0.875 per kWh is 25 % above a median of 0.7; 8.6 % of basic charge is above 3 %")
  func peers() throws {
    let above = PeerFigures(medianPrice: try Price("0.7"), medianBasicShare: try Rate("0.03"))
    let price = try #require(
      try Cases.finding(.priceAbovePeers, try Cases.subject(), peers: above))
    #expect(price.value("average_price") == .price(try Price("0.875")))
    #expect(price.value("price_deviation") == .rate(try Rate("0.25")))
    let share = try #require(
      try Cases.finding(.basicShareAbovePeers, try Cases.subject(), peers: above))
    // 15 000 ÷ 175 000.
    #expect(share.value("basic_share") == .rate(try Rate("0.085714285714")))
    // 0.875 is 4.2 % above 0.84, 8.6 % less than five points above 4 %.
    let like = PeerFigures(medianPrice: try Price("0.84"), medianBasicShare: try Rate("0.04"))
    for code in [Finding.Code.priceAbovePeers, .basicShareAbovePeers] {
      #expect(try Cases.finding(code, try Cases.subject(), peers: like) == nil)
      #expect(try Cases.finding(code, try Cases.subject()) == nil)
    }
  }

  @Test("Discounts begin at 520 000 kWh: 500 000 miss by 20 000, worth 10 % of 15 000 each")
  func discounts() throws {
    var readings = Cases.readings(kilowattHours: 250_000, kvarh: 225_000)
    let near = try #require(
      try Cases.finding(.discountWithinReach, try Cases.subject(readings)))
    #expect(near.value("missing_kwh") == .quantity(Quantity(20_000)))
    #expect(near.value("worth_of_the_discount") == .money(Money(4500)))
    #expect(try Cases.finding(.discountLost, try Cases.subject(readings)) == nil)
    readings[1].energy[0].energy = Energy(kilowattHours: 270_000)
    let lost = try #require(try Cases.finding(.discountLost, try Cases.subject(readings)))
    #expect(lost.value("months") == .months([Cases.january, Cases.january.adding(2)]))
    #expect(lost.value("worth_of_the_discount") == .money(Money(3000)))
    #expect(try Cases.finding(.discountWithinReach, try Cases.subject(readings)) == nil)
    // 467 998 is short of nine tenths.
    let far = try Cases.subject(Cases.readings(kilowattHours: 233_999, kvarh: 210_000))
    #expect(try Cases.finding(.discountWithinReach, far) == nil)
  }

  @Test("What was seen where data were read is told by its kind, one finding for each rule")
  func doubts() throws {
    func doubt(_ kind: DataDoubt.Kind, _ rule: String, _ count: Int) -> DataDoubt {
      DataDoubt(kind: kind, severity: .warning, rule: rule, count: count, text: "seen \(rule)")
    }
    let doubts = [
      doubt(.gap, "Q02", 3), doubt(.suspect, "Q12", 1), doubt(.suspect, "Q12", 4),
      doubt(.multiplier(fits: ["1/1000"]), "Q13", 1),
    ]
    let gap = try #require(try Cases.finding(.dataGap, try Cases.subject(), doubts: doubts))
    #expect(gap.value("times") == .count(3))
    let suspect = try #require(
      try Cases.finding(.dataSuspect, try Cases.subject(), doubts: doubts))
    #expect(suspect.value("times") == .count(5))
    #expect(suspect.value("rule") == .word("Q12"))
    let multiplier = try #require(
      try Cases.finding(.multiplierSuspect, try Cases.subject(), doubts: doubts))
    #expect(multiplier.value("would_fit") == .words(["1/1000"]))
    for code in [Finding.Code.dataGap, .dataSuspect, .multiplierSuspect] {
      #expect(try Cases.finding(code, try Cases.subject()) == nil)
    }
  }
}
