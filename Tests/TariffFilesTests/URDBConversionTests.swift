import Documents
import Quantities
import Testing

@testable import TariffFiles

@Suite("A rate of the U.S. database becomes a tariff file")
struct URDBConversionTests {

  /// Twelve equal rows of hours.
  static func hours(_ row: [Int]) -> String {
    "[" + Array(repeating: "\(row)", count: 12).joined(separator: ", ") + "]"
  }

  static let flat = hours(Array(repeating: 0, count: 24))

  /// Members that make a rate of one period.
  static let whole = """
    "startdate": 1735718400, "energyratestructure": [[{"rate": 0.1, "unit": "kWh"}]],
    "energyweekdayschedule": \(flat), "energyweekendschedule": \(flat)
    """

  static func request(without: [String] = []) -> URDBRequest {
    var request = URDBRequest()
    request.timeZone = "America/Chicago"
    request.without = without
    return request
  }

  static func convert(
    _ json: String, _ request: URDBRequest = request()
  ) throws -> URDBConversion.Converted {
    try URDBConversion.tariff(from: SourceText(file: "rate.json", text: json), request)
  }

  /// What keeps a rate from being carried: `line:column message`.
  static func refused(_ json: String, _ request: URDBRequest = request()) throws -> [String] {
    do {
      _ = try convert(json, request)
      return []
    } catch let error as DiagnosticsError {
      return error.diagnostics.filter { $0.severity == .error }.map {
        "\($0.line.map(String.init) ?? "-"):\($0.column.map(String.init) ?? "-") \($0.message)"
      }
    }
  }

  /// On-peak from 12 to 20 o'clock of weekdays, in July; off-peak else.
  static let summer: String = {
    let off = Array(repeating: 0, count: 24)
    let on = (0..<24).map { (12..<20).contains($0) ? 1 : 0 }
    return "[" + (1...12).map { "\($0 == 7 ? on : off)" }.joined(separator: ", ") + "]"
  }()

  @Test("A rate of two seasons reads as if typed, and passes the check")
  func text() throws {
    let made = try Self.convert(
      """
      {"items": [{"label": "5a5", "utility": "Light & Power", "name": "LGS  TOU",
        "uri": "https://openei.org/a?b=1&c=2", "source": "https://example.org/x--y.pdf",
        "startdate": 1735718400, "enddate": 1767168000, "sector": "Industrial",
        "energytoulabels": ["Off-Peak", "On Peak"],
        "energyratestructure": [[{"rate": 0.05, "adj": 0.01}],
                                [{"max": 500, "rate": 0.1}, {"max": 1e38, "rate": 0.2, "adj": -0.05}]],
        "energyweekdayschedule": \(Self.summer), "energyweekendschedule": \(Self.flat),
        "demandratestructure": [[{"rate": 0}], [{"rate": 12.5}]], "demandunits": "kVA",
        "demandweekdayschedule": \(Self.summer), "demandweekendschedule": \(Self.flat),
        "flatdemandstructure": [[{"rate": 3}], [{"rate": 4}], [{"rate": 3}]],
        "flatdemandmonths": [0, 0, 0, 0, 0, 1, 1.0, 1, 1, 2, 2, 0], "demandwindow": 30,
        "lookbackPercent": 0.75, "lookbackRange": 12,
        "fixedchargefirstmeter": 1.25, "fixedchargeunits": "$/day",
        "minmonthlycharge": 100, "annualmincharge": 1200}]}
      """)
    #expect(made.findings == [])
    #expect(
      made.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- Converted from the U.S. Utility Rate Database (URDB).
             The utility's document: https://example.org/x- -y.pdf -->
        <tariff xmlns="urn:tariffwise:1" id="us-5a5" area="us" currency="USD"
                time-zone="America/Chicago">
          <title xml:lang="en">Light &amp; Power: LGS TOU</title>

          <source id="urdb" title="URDB: Light &amp; Power: LGS TOU"
                  number="5a5"
                  url="https://openei.org/a?b=1&amp;c=2"
                  confidence="secondary"/>

          <version from="2025-01-01" to="2025-12-31" source="urdb">
            <calendar source="urdb">
              <season name="winter" months="1 2 3 4 5 6 8 9 10 11 12"/>
              <season name="summer" months="7"/>
              <day season="winter" type="every-day">
                <hours period="off-peak" from="00:00" to="24:00"/>
              </day>
              <day season="summer" type="workday">
                <hours period="off-peak" from="00:00" to="12:00"/>
                <hours period="on-peak" from="12:00" to="20:00"/>
                <hours period="off-peak" from="20:00" to="24:00"/>
              </day>
              <day season="summer" type="weekend">
                <hours period="off-peak" from="00:00" to="24:00"/>
              </day>
            </calendar>

            <calendar name="demand" source="urdb">
              <season name="winter" months="1 2 3 4 5 6 8 9 10 11 12"/>
              <season name="summer" months="7"/>
              <day season="winter" type="every-day">
                <hours period="period-1" from="00:00" to="24:00"/>
              </day>
              <day season="summer" type="workday">
                <hours period="period-1" from="00:00" to="12:00"/>
                <hours period="period-2" from="12:00" to="20:00"/>
                <hours period="period-1" from="20:00" to="24:00"/>
              </day>
              <day season="summer" type="weekend">
                <hours period="period-1" from="00:00" to="24:00"/>
              </day>
            </calendar>

            <demand-interval minutes="30"/>

            <fixed-charge per="day" price="1.25" source="urdb"/>

            <energy-charge bills="derived" tier-unit="kWh" tier-allocation="proportional" source="urdb">
              <period name="off-peak" price="0.06"/>  <!-- 0.05 + 0.01 -->
              <period name="on-peak">
                <tier up-to="500" price="0.1"/>
                <tier price="0.15"/>  <!-- 0.2 − 0.05 -->
              </period>
            </energy-charge>

            <demand-charge name="flat-1" months="1 2 3 4 5 10 11 12" unit="kVA" price="3" source="urdb">
              <ratchet percent="75" months-back="12"/>
            </demand-charge>

            <demand-charge name="flat-2" months="6 7 8 9" unit="kVA" price="4" source="urdb">
              <ratchet percent="75" months-back="12"/>
            </demand-charge>

            <demand-charge name="period-2" calendar="demand" periods="period-2" months="7" unit="kVA" price="12.5" source="urdb">
              <ratchet percent="75" months-back="12"/>
            </demand-charge>

            <minimum-bill amount="100" per="month" of="fixed energy demand" source="urdb"/>
          </version>
        </tariff>

        """)
    #expect(try Scratch.check(made.text) == [])
  }

  @Test("Periods that only months tell apart need no calendar; limits by day and by kW of demand")
  func monthly() throws {
    let months =
      "["
      + (1...12).map { month in
        "\(Array(repeating: (5...10).contains(month) ? 1 : 0, count: 24))"
      }.joined(separator: ", ") + "]"
    for (unit, written) in [("kWh daily", "kWh/day"), ("kWh/kW", "kWh/kW"), ("kWh", "kWh")] {
      let made = try Self.convert(
        """
        {"startdate": "2025-01-01", "energyratestructure": [
           [{"max": 6.8, "rate": 0.25, "unit": "\(unit)"}, {"rate": 0.3, "unit": "\(unit)"}],
           [{"rate": 0.2, "unit": "kWh"}]],
         "energyweekdayschedule": \(months), "energyweekendschedule": \(months)}
        """)
      #expect(
        made.text.contains(
          """
              <energy-charge bills="derived" tier-unit="\(written)" tier-allocation="proportional" source="urdb">
                <period name="all" months="1 2 3 4 11 12">
                  <tier up-to="6.8" price="0.25"/>
                  <tier price="0.3"/>
                </period>
                <period name="all" months="5 6 7 8 9 10" price="0.2"/>
              </energy-charge>
          """))
      #expect(!made.text.contains("calendar"))
      #expect(try Scratch.check(made.text) == [])
    }
  }

  @Test("Binary fractions are rounded to 12 digits and told of, digit by digit")
  func rounding() throws {
    let made = try Self.convert(
      """
      {\(Self.whole),
       "fixedmonthlycharge": 0.07076899707317352}
      """)
    #expect(made.text.contains("price=\"0.070768997073\""))
    #expect(
      made.findings.map(\.message) == [
        "fixedmonthlycharge is 0.07076899707317352, which is rounded to 0.070768997073"
      ])
    #expect(made.findings.map(\.line) == [3])
  }

  @Test(
    "Numbers of JSON on our scale",
    arguments: [
      ("0", "0"), ("-0.0", "0"), ("1e2", "100"), ("12.5E-1", "1.25"), ("-2.50", "-2.5"),
      // Half away from zero at the ninth digit, also where no digit before it is left.
      ("0.0000000005", "0.000000001"), ("-0.0000000005", "-0.000000001"),
      ("0.00000000049", "0"), ("4e-10", "0"), ("9e-11", "0"), ("1e-99999999999999999999", "0"),
      ("9999999999", "9999999999"), ("1e10", "beyond"), ("1e38", "beyond"),
      ("100000000000000", "beyond"), ("9.999999680285692e+37", "beyond"),
      ("0e99999999999999999999", "0"), ("1.5e-9223372036854775808", "0"),
      ("1.5e9223372036854775807", "beyond"), ("1e99999999999999999999", "beyond"),
    ])
  func numbers(text: String, expected: String) {
    switch URDBNumber<Quantity>(text) {
    case .kept(let value, _): #expect(value.description == expected)
    case .beyond: #expect(expected == "beyond")
    }
  }

  @Test("Where the last tier ends its price goes on, with a warning; no zone is one too")
  func doubts() throws {
    var request = Self.request()
    request.timeZone = nil
    let made = try Self.convert(
      """
      {\(Self.whole),
       "flatdemandstructure": [[{"max": 300, "rate": 0}, {"max": 500, "rate": 14.48}]]}
      """, request)
    #expect(made.text.contains("<tier up-to=\"300\" price=\"0\"/>\n      <tier price=\"14.48\"/>"))
    #expect(Set(made.findings.map(\.code)) == ["urdb-last-tier", "urdb-zone"])
    #expect(made.text.contains("time-zone=\"America/New_York\""))
  }

  @Test(
    "Every key that cannot be carried is named with its place, all at once, and can be left out")
  func refusals() throws {
    let json = """
      {\(Self.whole),
       "coincidentratestructure": [[{"rate": 0.79}]],
       "demandratchetpercentage": [0.35, 0],
       "fixedchargeeaaddl": 4,
       "surcharge": 3}
      """
    let keys = [
      "coincidentratestructure", "demandratchetpercentage", "fixedchargeeaaddl", "surcharge",
    ]
    let refused = try Self.refused(json)
    #expect(refused.count == 4)
    for (index, key) in keys.enumerated() {
      #expect(refused[index].hasPrefix("\(index + 3):"), "\(refused[index])")
      #expect(refused[index].contains(" \(key) "))
    }
    let made = try Self.convert(json, Self.request(without: keys))
    #expect(made.text.contains("Left out as asked: \(keys.joined(separator: ", ")) -->"))
    #expect(
      try Self.refused("{\(Self.whole)}", Self.request(without: ["coincidentratestructure"]))
        == ["-:- \"coincidentratestructure\" is to be left out, but the rate has no such key"])
  }

  @Test("What charges nothing needs no refusal")
  func nothing() throws {
    let made = try Self.convert(
      """
      {\(Self.whole), "demandreactivepowercharge": 0.0, "fueladjustmentsmonthly": [0, 0e5],
       "demandratchetpercentage": [0, 0.0], "coincidentratestructure": [[{"rate": 0, "unit": "kW"}]], "minmonthlycharge": 0,
       "demandratestructure": [[{"rate": 0}]], "flatdemandstructure": [[{"rate": 0}]],
       "lookbackpercent": 0.0, "dgrules": null}
      """)
    #expect(!made.text.contains("demand"))
    #expect(!made.text.contains("minimum"))
  }

  @Test(
    "Values that are wrong are refused by their path and place",
    arguments: [
      ("\"demandwindow\": 25", "3:18 demandwindow is 25 minutes"),
      ("\"demandwindow\": 15.5", "3:18 demandwindow must be a whole number"),
      ("\"demandunits\": \"hp\"", "3:17 demandunits is \"hp\""),
      ("\"enddate\": 86400", "3:13 enddate is 1970-01-02, before the rate begins on 2025-01-01"),
      (
        "\"lookbackpercent\": 0.8, \"lookbackrange\": 6, \"lookbackmonths\": [1]",
        "3:64 lookbackmonths names months, but lookbackrange says how many"
      ),
      ("\"fueladjustmentsmonthly\": [0.01]", "3:28 fueladjustmentsmonthly has 1 values"),
      ("\"lookbackpercent\": 80", "3:21 lookbackpercent is 80; a fraction"),
      ("\"lookbackpercent\": 0.8", "3:21 lookbackpercent is a share of earlier demand, but"),
      ("\"mincharge\": 5, \"annualmincharge\": 61", "3:37 annualmincharge is a second least bill"),
      (
        "\"fixedmonthlycharge\": 5, \"fixedchargefirstmeter\": 6",
        "3:52 fixedchargefirstmeter is beside"
      ),
      (
        "\"fixedchargefirstmeter\": 6, \"fixedchargeunits\": \"$/year\"",
        "3:50 fixedchargeunits is \"$/year\""
      ),
      ("\"flatdemandstructure\": [[{\"rate\": 1e7}]]", "3:36 flatdemandstructure[0][0].rate is l"),
      (
        "\"flatdemandstructure\": [[{\"rate\": 1}]], \"flatdemandmonths\": [1]",
        "3:62 flatdemandmonths has 1 values"
      ),
      (
        "\"flatdemandstructure\": [[{\"rate\": 1}, {\"rate\": 2}]]",
        "3:27 flatdemandstructure[0][0] is without an upper end"
      ),
      (
        "\"flatdemandstructure\": [[{\"max\": 9, \"rate\": 1}, {\"max\": 9, \"rate\": 2}]]",
        "3:58 flatdemandstructure[0][1].max is 9, but must be above 9"
      ),
      (
        "\"flatdemandstructure\": [[{\"price\": 1}]]",
        "3:37 flatdemandstructure[0][0].price is not known here"
      ),
      (
        "\"flatdemandstructure\": [[{\"rate\": 1, \"unit\": \"hp\"}]]",
        "3:47 flatdemandstructure[0][0].unit is \"hp\", but demand is in kw"
      ),
      (
        "\"demandratestructure\": [[{\"rate\": 1}]]",
        "-:- the rate has no \"demandweekdayschedule\""
      ),
    ])
  func values(member: String, expected: String) throws {
    let refused = try Self.refused("{\(Self.whole),\n \(member)}")
    #expect(refused.contains { $0.hasPrefix(expected) }, "\(refused)")
  }

  @Test("Hours of a period that is not there, in rows too short, or of two units of limits")
  func schedules() throws {
    func rate(_ hours: String, _ tiers: String) -> String {
      """
      {"startdate": 1735718400, "energyratestructure": \(tiers),
       "energyweekdayschedule": \(Self.flat),
       "energyweekendschedule": \(hours)}
      """
    }
    let one = "[[{\"rate\": 0.1}]]"
    #expect(
      try Self.refused(rate(Self.hours(Array(repeating: 1, count: 24)), one)).first
        == "3:29 energyweekendschedule[0][0] must be a whole number from 0 to 0")
    #expect(
      try Self.refused(rate("[[0]]", one)).first?.hasSuffix(
        "has 1 rows; one for each of the twelve months is expected") == true)
    #expect(
      try Self.refused(rate(Self.hours([0, 0]), one)).first
        == "3:28 energyweekendschedule[0] has 2 hours; 24 are expected")
    let units = """
      [[{"max": 5, "rate": 0.1, "unit": "kWh"}, {"rate": 0.2, "unit": "kWh daily"}]]
      """
    #expect(
      try Self.refused(rate(Self.flat, units)).first?.contains("but other limits are in kWh")
        == true)
  }

  @Test("A rate without a first day, without prices, or several at once")
  func envelopes() throws {
    #expect(
      try Self.refused("{}") == [
        "-:- the rate has no \"energyratestructure\", the prices of energy",
        "-:- the rate has no \"startdate\", the day from which it is in force",
      ])
    #expect(
      try Self.refused("{\"items\": [{}, {}]}") == ["1:11 items holds 2 rates; one is expected"])
    #expect(try Self.refused("[]") == ["1:1 the document is an array, but must be an object"])
  }
}
