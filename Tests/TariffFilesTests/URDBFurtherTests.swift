import Documents
import Testing

@testable import TariffFiles

/// Keys of a rate that few rates have.
@Suite("US rates: reactive power, fuel by month, energy fed in, ratchets")
struct URDBFurtherTests {

  typealias Base = URDBConversionTests

  /// What is said beside the tariff.
  static func told(_ made: URDBConversion.Converted) -> [String] {
    made.findings.map { "\($0.code) \($0.line ?? 0):\($0.column ?? 0)" }
  }

  @Test("A price of reactive power is a charge on kvar, and a warning says that none is free")
  func reactive() throws {
    for key in ["demandreactivepowercharge", "demandReactPwrCharge"] {
      let made = try Base.convert(
        """
        {\(Base.whole),
         "\(key)": 0.25, "mincharge": 100}
        """)
      #expect(
        made.text.contains(
          """
              <demand-charge name="reactive" unit="kvar" price="0.25" source="urdb"/>

              <minimum-bill amount="100" per="month" of="energy demand" source="urdb"/>
          """))
      #expect(Self.told(made) == ["urdb-reactive 3:\(key.count + 6)"])
      #expect(made.findings.first?.hint?.contains("free-percent") == true)
      #expect(try Scratch.check(made.text) == [])
    }
  }

  @Test("Fuel of each month is added to every tier, months of the same fuel together")
  func fuel() throws {
    let made = try Base.convert(
      """
      {"startdate": "2025-01-01",
       "energyratestructure": [[{"rate": 0.05, "adj": 0.01}],
                               [{"max": 500, "rate": 0.1}, {"rate": 0.2}]],
       "energyweekdayschedule": \(Base.summer), "energyweekendschedule": \(Base.flat),
       "fueladjustmentsmonthly": [0.002, 0.002, 0, 0, 0, 0, -0.003, 0, 0, 0, 0, 0.002]}
      """)
    #expect(
      made.text.contains(
        """
              <period name="period-1" months="1 2 12" price="0.062"/>  <!-- 0.05 + 0.01 + 0.002 -->
              <period name="period-1" months="3 4 5 6 8 9 10 11" price="0.06"/>  <!-- 0.05 + 0.01 -->
              <period name="period-1" months="7" price="0.057"/>  <!-- 0.05 + 0.01 − 0.003 -->
              <period name="period-2">
                <tier up-to="500" price="0.097"/>  <!-- 0.1 − 0.003 -->
                <tier price="0.197"/>  <!-- 0.2 − 0.003 -->
              </period>
        """))
    #expect(try Scratch.check(made.text) == [])
  }

  @Test("One price of energy fed in is carried; prices by period, or net metering, are refused")
  func export() throws {
    func rate(_ first: String, _ second: String, _ more: String = "") -> String {
      """
      {"startdate": "2025-01-01", \(more)
       "energyratestructure": [[{"rate": 0.05\(first)}], [{"rate": 0.1\(second)}], [{"sell": 9}]],
       "energyweekdayschedule": \(Base.summer), "energyweekendschedule": \(Base.flat)}
      """
    }
    let sell = ", \"sell\": 0.0699"
    // The third period has no hours, and its price no say.
    for more in ["", "\"dgrules\": \"Net Billing Hourly\","] {
      let made = try Base.convert(rate(sell, sell, more))
      #expect(made.text.contains("<export-credit price=\"0.0699\" source=\"urdb\"/>"))
      #expect(made.findings == [])
      #expect(try Scratch.check(made.text) == [])
    }
    for (second, more, reason) in [
      (", \"sell\": 0.07", "", "not the same at all hours"), ("", "", "not the same at all hours"),
      (sell, "\"dgrules\": \"Net Metering\",", "dgrules \"Net Metering\""),
    ] {
      let refused = try Base.refused(rate(sell, second, more))
      #expect(refused.count == 1)
      #expect(
        refused.first?.hasPrefix("2:50 energyratestructure[0][0].sell cannot be carried") == true,
        "\(refused)")
      #expect(refused.first?.contains(reason) == true, "\(refused)")
      let made = try Base.convert(rate(sell, second, more), Base.request(without: ["sell"]))
      #expect(!made.text.contains("export"))
    }
  }

  @Test("Where a key cannot be carried, the hint says how to go on")
  func hints() throws {
    let json = """
      {\(Base.whole),
       "demandratchetpercentage": [0.35], "coincidentratestructure": [[{"rate": 0.79}]]}
      """
    do {
      _ = try Base.convert(json)
      Issue.record("the rate converts")
    } catch let error as DiagnosticsError {
      let hints = error.diagnostics.compactMap(\.hint)
      #expect(hints.count == 2)
      #expect(hints[0].hasPrefix("--without demandratchetpercentage leaves it out, and says so"))
      #expect(hints[0].contains("<ratchet percent="))
      #expect(hints[1].contains("adjustments.csv"))
    }
  }
}
