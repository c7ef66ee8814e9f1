import Documents
import Foundation
import Quantities
import Tariffs
import TestSupport
import Testing

@testable import TariffFiles

@Suite("Rules become the values the engine bills with")
struct RulesTests {

  /// A tariff with one of everything China does not have.
  static let general = """
    <tariff xmlns="urn:tariffwise:1" id="us-example" area="us-example" currency="USD"
            time-zone="America/Chicago">
      <title xml:lang="en">Everything
        else</title>
      <source id="s" number="1" title="Invented" page="3" confidence="invented"/>
      <version from="2026-01-01" to="2026-12-31" source="s">
        <calendar source="s">
          <season name="summer" months="6 7 8 9"/>
          <season name="winter" months="1 2 3 4 5 10 11 12"/>
          <day season="summer" type="workday">
            <hours period="off" from="00:00" to="12:30"/>
            <hours period="on" from="12:30" to="18:00"/>
            <hours period="off" from="18:00" to="24:00"/>
          </day>
          <day season="summer" type="saturday"><hours period="off" from="00:00" to="24:00"/></day>
          <day type="sunday"><hours period="off" from="00:00" to="24:00"/></day>
          <day season="winter" type="workday"><hours period="off" from="00:00" to="24:00"/></day>
          <day season="winter" type="saturday"><hours period="off" from="00:00" to="24:00"/></day>
        </calendar>
        <calendar name="demand" source="s" page="4">
          <day type="every-day">
            <hours period="night" from="00:00" to="08:00"/>
            <hours period="day" from="08:00" to="24:00"/>
          </day>
        </calendar>
        <rounding money="0.01" demand="0.1" mode="half-even"/>
        <demand-interval minutes="30"/>
        <fixed-charge per="month" price="87.5" source="s"/>
        <fixed-charge name="meter" per="day" price-column="meter" source="s"/>
        <energy-charge bills="derived" tier-unit="kWh/day" tier-allocation="chronological"
                       source="s">
          <component name="fuel" price="0.02" floats="yes"/>
          <component name="wires" price-column="wires" power-factor-base="no"/>
          <component name="water" price="0.001" fund="yes"/>
          <component name="sun" price="0.002" fund="yes"/>
          <period name="on" plus="0.25" months="6 7 8 9"/>
          <period name="off">
            <tier up-to="10.5" times="0.5"/>
            <tier price="0.12"/>
          </period>
        </energy-charge>
        <demand-charge name="on-peak" calendar="demand" periods="day" months="6 7" unit="kVA"
                       source="s">
          <floor kW="50"/>
          <floor percent-of-contract="60"/>
          <floor percent-of-capacity="25" under="metered-demand"/>
          <ratchet percent="80" months-back="11" months="6 7 8"/>
          <tier up-to="500" price="18.2"/>
          <tier price-column="big"/>
        </demand-charge>
        <demand-charge name="any" price="3" source="s"/>
        <reactive-charge price="0.02" free-percent="40" counts="forward" source="s"/>
        <tax name="city" percent="8" of="fixed energy/on funds demand/any" source="s" page="9"/>
        <minimum-bill amount="1000" per="year" of="fixed tax" source="s"/>
      </version>
    </tariff>
    """

  static func read(_ text: String) throws -> TariffVersion {
    let document = try MarkupDocument.parse(SourceText(file: "t.xml", text: text))
    let findings = FileFindings(document.source)
    let record = TariffReader(findings: findings, shared: SharedFiles())
      .read(ElementReader(document.root, findings))
    #expect(!findings.hasErrors, "\(DiagnosticText.render(findings.collector.sorted))")
    return try #require(record?.tariff.versions.first)
  }

  @Test("Names of charges, their sources and lines")
  func names() throws {
    let version = try Self.read(Self.general)
    #expect(
      version.charges.map(\.name) == [
        "fixed", "fixed/meter", "energy", "demand/on-peak", "demand/any", "reactive", "tax/city",
        "minimum",
      ])
    #expect(version.charges[0].rule.citation == "1, p. 3; t.xml:28")
    #expect(version.charges[6].rule.source?.page == "9")
    #expect(
      version.lines == [
        "fixed", "fixed/meter", "energy/on", "energy/off", "energy/wires",
        "funds/water", "funds/sun", "demand/on-peak", "demand/any", "reactive", "tax/city",
        "minimum",
      ])
    #expect(version.priceColumns == ["meter", "wires", "big"])
    #expect(version.priceColumns(in: [1]) == ["meter", "wires"])
  }

  @Test("Seasons, days of the week and half hours")
  func calendars() throws {
    let version = try Self.read(Self.general)
    let calendar = version.timeOfUse
    #expect(calendar.periods.map(\.name) == ["on", "off"])
    #expect(calendar.plans.count == 2)
    let period = { (day: String, minute: Int) throws in
      calendar.period(on: try #require(CalendarDate(iso: day)), minute: minute)?.name
    }
    // 1 July 2026 is a Wednesday, the 5th a Sunday, 1 October a Thursday.
    #expect(try period("2026-07-01", 749) == "off")
    #expect(try period("2026-07-01", 750) == "on")
    #expect(try period("2026-07-01", 1079) == "on")
    #expect(try period("2026-07-01", 1080) == "off")
    #expect(try period("2026-07-04", 800) == "off")
    #expect(try period("2026-07-05", 800) == "off")
    #expect(try period("2026-10-01", 800) == "off")
    #expect(version.demandWindows.map(\.name) == ["on-peak"])
    #expect(version.demandWindows[0].calendar.periods.map(\.name) == ["night", "day"])
    #expect(version.demandWindows[0].periods == [1])
    #expect(version.demandIntervalSeconds == 1800)
    #expect(version.rounding.mode == .halfEven)
    #expect(version.rounding.demandDigits == 1)
    #expect(version.rounding.periodPriceDigits == Price.fractionDigits)
    #expect(version.terms == .unbound)
  }

  @Test("Working days of notice: 15 for a method, 7 for a pause, none said for a contract demand")
  func notice() throws {
    let text = Self.general.replacingOccurrences(
      of: "<demand-interval minutes=\"30\"/>",
      with: "<demand-interval minutes=\"30\"/><changes method-months=\"3\" contract-months=\"1\" "
        + "method-notice-days=\"15\" pause-notice-days=\"7\" source=\"s\"/>")
    let terms = try Self.read(text).terms
    #expect(terms.methodNoticeDays == 15 && terms.pauseNoticeDays == 7)
    #expect(terms.contractNoticeDays == nil)
  }

  @Test("A period whose price changes with the months is one period of the calendar")
  func periodsByMonth() throws {
    let text = Self.general.replacingOccurrences(
      of: "<period name=\"on\" plus=\"0.25\" months=\"6 7 8 9\"/>",
      with: "<period name=\"on\" plus=\"0.25\" months=\"6 7\"/>"
        + "<period name=\"on\" plus=\"0.30\" months=\"8 9\"/>")
    let version = try Self.read(text)
    #expect(version.timeOfUse.periods.map(\.name) == ["on", "off"])
    let energy = try #require(version.energyCharge)
    #expect(try energy.price(of: PeriodName("on"), in: 8)?.tiers[0].formula == .plus(Price("0.3")))
    #expect(energy.price(of: PeriodName("on"), in: 12) == nil)
  }

  @Test("Components, adders and tiers of energy")
  func energy() throws {
    let energy = try #require(try Self.read(Self.general).energyCharge)
    #expect(energy.billing == .derived)
    #expect(energy.tierBasis == .dailyEnergy)
    #expect(energy.tierAllocation == .chronological)
    #expect(energy.components.map(\.inPowerFactorBase) == [true, false, false, false])
    #expect(energy.components.map(\.isFund) == [false, false, true, true])
    #expect(try energy.components[0].price == .literal(Price("0.02")))
    #expect(energy.components[1].price == .column("wires"))
    #expect(energy.periods[0].months == MonthSet(6...9))
    #expect(try energy.periods[0].tiers == [.init(upTo: nil, formula: .plus(Price("0.25")))])
    #expect(
      try energy.periods[1].tiers == [
        .init(upTo: Quantity("10.5"), formula: .times(Rate("0.5"))),
        .init(upTo: nil, formula: .price(.literal(Price("0.12")))),
      ])
    #expect(energy.periods[1].rule.source?.id == "s")
  }

  @Test("Floors, ratchets and tiers of demand; reactive energy, taxes and minimums")
  func others() throws {
    let version = try Self.read(Self.general)
    guard case .demand(let peak) = version.charges[3].kind,
      case .demand(let any) = version.charges[4].kind,
      case .reactive(let reactive) = version.charges[5].kind,
      case .tax(let tax) = version.charges[6].kind,
      case .minimum(let minimum) = version.charges[7].kind
    else {
      Issue.record("the charges are of other kinds")
      return
    }
    #expect(peak.window == "on-peak")
    #expect(peak.unit == .kVA)
    #expect(peak.months == MonthSet([6, 7]))
    #expect(
      try peak.demand.floors == [
        .least(Power(50)), .contract(Rate("0.6")), .capacityUnderMetered(Rate("0.25")),
        .ratchet(share: Rate("0.8"), monthsBack: 11, months: MonthSet(6...8)),
      ])
    #expect(
      try peak.demand.tiers == [
        .init(upTo: Quantity(500), price: .literal(Price("18.2"))),
        .init(upTo: nil, price: .column("big")),
      ])
    #expect(any.window == nil)
    #expect(any.months.isWholeYear)
    #expect(any.demand.tiers.map(\.upTo) == [nil])
    #expect(try reactive.freeShare == Rate("0.4"))
    #expect(reactive.counted == .forward)
    #expect(try tax.rate == Rate("0.08"))
    #expect(tax.base.map(\.name) == ["fixed", "energy/on", "funds", "demand/any"])
    #expect(minimum.term == .year)
    #expect(minimum.amount == Money(1000))
  }

  @Test("Hubei, two-part: method by method")
  func hubei() throws {
    let book = try TariffLibrary(folders: [TestPlaces.tariffs]).load(ids: ["cn-hubei-two-part"])
    let version = try #require(book.tariffs["cn-hubei-two-part"]?.versions.first)
    #expect(version.charges.map(\.name) == ["basic", "energy", "power-factor"])
    #expect(version.eligibility.map(\.fallback) == ["cn-hubei-single-part", nil])
    #expect(version.eligibility[0].capacity.contains(Power(100)))
    #expect(!version.eligibility[1].capacity.contains(Power(100)))
    #expect(version.terms.methodMonths == 3 && version.terms.contractMonths == 1)
    // 发改办价格〔2016〕1583号: 15 working days for the method, 5 for the contract demand and a pause.
    #expect(version.terms.methodNoticeDays == 15 && version.terms.contractNoticeDays == 5)
    #expect(version.terms.pauseNoticeDays == 5)
    #expect(version.rounding.energyDigits == 0 && version.rounding.periodPriceDigits == 6)
    let basic = try #require(version.basicCharge)
    #expect(basic.methods.map(\.method) == [.capacity, .contractDemand, .actualDemand])
    guard case .demand(let contract)? = basic.method(.contractDemand)?.basis,
      case .demand(let actual)? = basic.method(.actualDemand)?.basis
    else {
      Issue.record("the methods count something else")
      return
    }
    #expect(try contract.floors == [.capacityUnderContract(Rate("0.4"))])
    #expect(
      try contract.contract
        == .init(allowance: Rate("1.05"), reading: .a, withoutContract: .floor))
    #expect(actual.floors.isEmpty && actual.contract == nil)
    for rule in [contract, actual] {
      #expect(rule.tiers == [.init(upTo: nil, price: .column("demand"))])
      #expect(rule.discounts.map(\.energyPerCapacity) == [Quantity(260)])
      #expect(try rule.discounts.map(\.factor) == [Rate("0.9")])
    }
    let energy = try #require(version.energyCharge)
    #expect(try energy.components[0].multiples == [.agentOneAndAHalf: Rate("1.5")])
    #expect(energy.components.map(\.floats) == [true, true, false, false, false])
    #expect(energy.periods.map(\.publishedColumn) == ["sharp", "peak", "flat", "valley"])
    let adjustment = try #require(version.powerFactorCharge)
    #expect(adjustment.standards.map(\.standard) == [.p90, .p85])
    #expect(adjustment.standards[0].voltages?.contains(.below1kV) == false)
    #expect(!adjustment.standards[0].capacity.contains(Power(160)))
  }
}
