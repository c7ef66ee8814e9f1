import Documents
import Foundation
import Quantities
import Tariffs
import Testing

@testable import TariffFiles

@Suite("Losses, pauses, surcharges, reserve and export; accounts with parts and events")
struct FurtherElementsTests {

  static let tariff = """
    <tariff xmlns="urn:tariffwise:1" id="t" area="a" currency="CNY" time-zone="Asia/Shanghai">
      <title xml:lang="en">Invented</title>
      <source id="s" number="1" title="Invented" confidence="invented"/>
      <version from="2026-01-01" source="s">
        <losses hours="720" reactive-percent="2.8" allocation="pro-rata" in-power-factor="yes">
          <copper up-to-load-percent="40" percent="2"/>
          <copper percent="3"/>
        </losses>
        <basic-charge source="s">
          <pauses least-days="15" most-a-year="2" percent-still-due="50" within-months="24"/>
          <method basis="capacity" price="20"/>
        </basic-charge>
        <energy-charge bills="derived" source="s">
          <component name="energy" price="0.6" floats="yes"/>
          <component name="restricted" price="0.1" classes="restricted eliminated"/>
          <period name="all" times="1"/>
        </energy-charge>
        <reserve-charge for="own-generation" price="20" source="s"/>
        <export-credit price-column="export" source="s"/>
        <tax name="city" percent="1" of="reserve export" source="s"/>
      </version>
    </tariff>
    """

  @Test("Rules")
  func rules() throws {
    let version = try RulesTests.read(Self.tariff)
    let losses = try #require(version.losses)
    let percent = { (text: String) throws in try Rate(percent: text) }
    #expect(losses.hoursPerMonth == 720)
    #expect(
      try losses.copper
        == .bands([
          .init(upTo: percent("40"), share: percent("2")), .init(upTo: nil, share: percent("3")),
        ]))
    #expect(try losses.reactiveCopper == percent("2.8"))
    #expect(losses.allocation == .proRata)
    #expect(losses.countsInPowerFactor)
    let pauses = try #require(version.basicCharge).pauses
    #expect(pauses.leastDays == 15 && pauses.mostAYear == 2)
    #expect(try pauses.shareStillDue == percent("50"))
    #expect(pauses.stillDueWithinMonths == 24)
    #expect(
      version.energyCharge?.components.map(\.classes) == [nil, ["restricted", "eliminated"]])
    #expect(version.charges.map(\.name) == ["basic", "energy", "reserve", "export", "tax/city"])
    #expect(version.priceColumns == ["export"])
  }

  @Test("Losses by physics; without <pauses> the rule since 2016")
  func physics() throws {
    let start = try #require(Self.tariff.range(of: "<losses"))
    let end = try #require(Self.tariff.range(of: "</losses>"))
    let text = Self.tariff.replacingCharacters(
      in: start.lowerBound..<end.upperBound,
      with: """
        <losses hours="720" allocation="flat" in-power-factor="no"><copper by="physics"/></losses>
        """
    ).replacingOccurrences(
      of: """
        <pauses least-days="15" most-a-year="2" percent-still-due="50" within-months="24"/>
        """, with: "")
    let version = try RulesTests.read(text)
    #expect(version.losses?.copper == .physics)
    #expect(version.losses?.reactiveCopper == nil)
    #expect(version.losses?.allocation == .flat)
    #expect(version.losses?.countsInPowerFactor == false)
    #expect(version.basicCharge?.pauses == .since2016)
  }

  @Test(
    "Slips in rules",
    arguments: [
      ("allocation=\"pro-rata\"", "allocation=\"prorata\"", "choice"),
      ("hours=\"720\"", "hours=\"24.0\"", "number"),
      (" reactive-percent=\"2.8\"", "", "missing-attribute"),
      (" percent=\"2\"/>", " percent=\"2\" by=\"physics\"/>", "repeated-element"),
      ("<copper percent=\"3\"/>", "", "tier-limits"),
      (
        "<copper percent=\"3\"/>", "<copper up-to-load-percent=\"30\" percent=\"3\"/>",
        "tier-limits"
      ),
      ("percent-still-due=\"50\" ", "", "misplaced-rule"),
      ("percent-still-due=\"50\"", "percent-still-due=\"150\"", "number"),
      ("bills=\"derived\"", "bills=\"published\"", "misplaced-rule"),
      ("for=\"own-generation\"", "for=\"generation\"", "choice"),
      ("of=\"reserve export\"", "of=\"reserves\"", "unknown-charge"),
    ])
  func ruleSlips(_ slip: (typed: String, wrong: String, code: String)) throws {
    #expect(Self.tariff.contains(slip.typed))
    let found = try Scratch.check(
      Self.tariff.replacingOccurrences(of: slip.typed, with: slip.wrong))
    #expect(found.map(\.code).contains(slip.code), "\(DiagnosticText.render(found))")
  }

  static let worked = """
    <case xmlns="urn:tariffwise:1" tariff="cn-jiangnan-single-part">
      <about>Parts and events.</about>
      <account voltage="1-10kV" line-loss-percent="1.5" surcharge-class="restricted"
               own-generation="250" resale-demand="20" reading-day="24" energised="2019-03-01">
        <transformer id="T1" kVA="500" p0="0.9" pk="5.1" i0-percent="1" uk-percent="4"/>
        <transformer id="T2" kVA="315" state="cold"/>
        <supply-line id="L1" kVA="500" contract-demand="300" hv-motors="10" standby="hot"/>
        <sub-meter id="office" method="ratio" value="5" tariff="cn-jiangnan-single-part"/>
        <sub-meter id="shop" method="meter" taken-from="pro-rata" voltage="below-1kV"
                   tariff="cn-jiangnan-single-part" in-power-factor-base="yes"/>
        <event date="2026-02-10" event="pause" transformer="T1"/>
        <event date="2026-02-27" event="resume" transformer="T1"/>
        <event date="2026-02-05" event="replace" transformer="T1" value="630"/>
        <event date="2026-02-01" event="contract" value="200"/>
        <event date="2026-02-01" event="method" value="capacity"/>
        <adjustment month="2026-03" charge="back-billing" kWh="-100" price="0.2"/>
        <adjustment month="2026-03" charge="green" amount="-5.00" in-power-factor-base="yes"/>
      </account>
      <month name="2026-03">
        <energy period="all" kWh="10000"/>
        <maximum-demand line="L1" kW="120"/>
        <sub-meter id="shop" kWh="400"/>
        <exported kWh="70"/>
        <expect>
          <line charge="fixed/meter" amount="10.00">as given</line>
          <line charge="adjustment/green" amount="-5.00">as given</line>
          <total amount="5.00"/>
        </expect>
      </month>
    </case>
    """

  @Test("An account with everything, and what months tell of it")
  func account() throws {
    #expect(try Scratch.check(Self.worked).isEmpty)
    let document = try MarkupDocument.parse(SourceText(file: "c.xml", text: Self.worked))
    let findings = FileFindings(document.source)
    var reader = WorkedCaseReader(findings: findings)
    let record = reader.read(ElementReader(document.root, findings))
    let worked = try #require(record).workedCase
    let account = worked.account
    #expect(account.readingDay == 24)
    #expect(account.energised == CalendarDate(iso: "2019-03-01"))
    #expect(try account.lineLoss == Rate(percent: "1.5"))
    #expect(account.surchargeClass == "restricted")
    #expect(account.ownGeneration == Power(250) && account.resaleDemand == Power(20))
    #expect(account.units.map(\.id) == ["T1", "T2"])
    #expect(account.units.map(\.standby) == [.none, .cold])
    #expect(account.units.map(\.group) == [0, 1])
    #expect(try account.units[0].losses?.load == Power("5.1"))
    #expect(account.units[1].losses == nil)
    #expect(account.lines.map(\.billedCapacity) == [Power(510)])
    #expect(account.subMeters.map(\.takenFrom) == [.flat, .proRata])
    #expect(try account.subMeters[0].measure == .ratio(Rate(percent: "5")))
    #expect(account.subMeters.map(\.isInPowerFactorBase) == [false, true])
    #expect(account.events.count == 5)
    #expect(account.events[2].change == .replace(unit: "T1", capacity: Power(630)))
    #expect(account.adjustments.map(\.isInPowerFactorBase) == [false, true])
    #expect(
      try account.adjustments[0].value == .energy(Quantity("-100"), price: Price("0.2")))
    let reading = worked.months[0].reading
    #expect(reading.lineDemand == ["L1": Power(120)])
    #expect(reading.subMeters == ["shop": Energy(kilowattHours: 400)])
    #expect(reading.exported == Energy(kilowattHours: 70))
  }

  @Test(
    "Slips in cases",
    arguments: [
      ("reading-day=\"24\"", "reading-day=\"31\"", "number"),
      ("energised=\"2019-03-01\"", "energised=\"2019-02-30\"", "date"),
      ("voltage=\"1-10kV\"", "voltage=\"10000\"", "choice"),
      (
        "own-generation=\"250\"", "own-generation=\"250\" transformers=\"315\"",
        "conflicting-attributes"
      ),
      ("own-generation=\"250\"", "contract-demand=\"-1\"", "number"),
      ("id=\"T2\"", "id=\"T1\"", "duplicate-name"),
      ("p0=\"0.9\" ", "", "missing-attribute"),
      (
        "id=\"shop\" method=\"meter\"", "id=\"shop\" method=\"meter\" value=\"5\"",
        "conflicting-attributes"
      ),
      ("<sub-meter id=\"shop\" kWh=\"400\"/>", "", "missing-element"),
      (
        "<sub-meter id=\"shop\" kWh=\"400\"/>", "<sub-meter id=\"office\" kWh=\"400\"/>",
        "unknown-meter"
      ),
      ("maximum-demand line=\"L1\"", "maximum-demand line=\"L2\"", "unknown-meter"),
      (
        "maximum-demand line=\"L1\"", "maximum-demand window=\"on\" line=\"L1\"",
        "conflicting-attributes"
      ),
      (
        "voltage=\"below-1kV\"\n               tariff=\"cn-jiangnan-single-part\"",
        "voltage=\"below-1kV\"\n               tariff=\"cn-jiangnan-singel-part\"",
        "unknown-tariff"
      ),
      (
        "event=\"method\" value=\"capacity\"", "event=\"tariff\" value=\"nowhere\"",
        "unknown-tariff"
      ),
      (
        "event=\"contract\" value=\"200\"", "event=\"contract\" transformer=\"T1\" value=\"200\"",
        "unknown-attribute"
      ),
      (
        "event=\"replace\" transformer=\"T1\"", "event=\"add\" transformer=\"T1\"",
        "duplicate-name"
      ),
      (
        "event=\"replace\" transformer=\"T1\" value=\"630\"", "event=\"remove\" transformer=\"T1\"",
        "event-order"
      ),
      ("2026-02-27", "2026-02-09", "event-order"),
      ("event=\"resume\"", "event=\"pause\"", "event-order"),
      (
        "event=\"resume\" transformer=\"T1\"", "event=\"resume\" transformer=\"T9\"",
        "unknown-transformer"
      ),
      (
        "adjustment month=\"2026-03\" charge=\"green\"",
        "adjustment month=\"2026-04\" charge=\"green\"", "misplaced-rule"
      ),
      (" price=\"0.2\"", "", "missing-attribute"),
      ("amount=\"-5.00\" in", "amount=\"-5.00\" price=\"1\" in", "conflicting-attributes"),
      ("adjustment/green", "adjustment/greed", "unknown-charge"),
    ])
  func caseSlips(_ slip: (typed: String, wrong: String, code: String)) throws {
    #expect(Self.worked.contains(slip.typed))
    let found = try Scratch.check(
      Self.worked.replacingOccurrences(of: slip.typed, with: slip.wrong))
    #expect(found.map(\.code).contains(slip.code), "\(DiagnosticText.render(found))")
  }

  @Test("Two transformers of one rating cannot be told apart")
  func ambiguous() throws {
    let start = try #require(Self.worked.range(of: "<transformer id=\"T1\""))
    let end = try #require(Self.worked.range(of: "state=\"cold\"/>"))
    let text = Self.worked.replacingCharacters(in: start.lowerBound..<end.upperBound, with: "")
      .replacingOccurrences(of: "<account ", with: "<account transformers=\"500+500\" ")
      .replacingOccurrences(of: "transformer=\"T1\"", with: "transformer=\"500\"")
    let found = try Scratch.check(text)
    #expect(Set(found.map(\.code)) == ["unknown-transformer"])
    #expect(found.first?.message.contains("several transformers \"500\"") == true)
  }
}
