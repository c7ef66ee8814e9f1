import Documents
import Quantities
import Screening
import TestSupport
import Testing
import Use

@testable import Reporting

@Suite("Rows of workers")
struct ScreenRowLineTests {
  static func row(_ random: inout SplitMix64, _ number: Int) -> ScreenRow {
    func money() -> Money { Money(units: Int128(Int64.random(in: -9...Int64.max, using: &random))) }
    func rate() -> Rate? {
      Bool.random(using: &random)
        ? Rate(units: Int128(Int.random(in: -5...2_000_000_000_000, using: &random))) : nil
    }
    let text = ["", "钛厂 \"1\"", "a,b\\n\u{1}", "x"].randomElement(using: &random) ?? ""
    guard number % 5 > 0 else {
      return ScreenRow(
        account: "A\(number)", name: text, industry: text, voltage: nil, tariff: "t",
        outcome: .failed("why \(text)"))
    }
    return ScreenRow(
      account: "A\(number)", name: text, industry: text,
      voltage: Voltage.allCases.randomElement(using: &random), tariff: "t",
      outcome: .billed(
        ScreenFigures(
          currency: "CNY", moneyDigits: number % 4, months: number % 13,
          incompleteMonths: number % 3,
          energy: Energy(
            millijoules: Int128(Int.random(in: 0...1_000_000_000_000_000, using: &random)) * 3600),
          total: money(), averagePrice: rate().map { Price(units: $0.units) }, basicShare: rate(),
          loadRatio: rate(), loadFactor: rate(), valleyShare: rate(), powerFactor: rate(),
          maximumDemand: rate().map { Power(units: $0.units) },
          capacity: rate().map { Power(units: $0.units) },
          findings: number % 2 == 0 ? [] : ["floor-binds", "peak-heavy"],
          best: Bool.random(using: &random)
            ? .init(lever: "transformers", to: text, saving: money()) : nil,
          evenLoadSaving: Bool.random(using: &random) ? money() : nil)))
  }

  @Test("500 random rows are read back as they were, to the last digit")
  func roundTrip() throws {
    let seed: UInt64 = 77
    var random = SplitMix64(seed: seed)
    let rows = (0..<500).map { Self.row(&random, $0) }
    let text = rows.map(ScreenRowLine.text).joined(separator: "\n")
    let read = try ScreenRowLine.rows(of: Array(text.utf8), named: "rows")
    #expect(read == rows, "seed \(seed)")
  }

  @Test(
    "A line that is no row is told with its place",
    arguments: [
      ("{\"account\":\"A\",\"error\":null}", "findings"), ("[]", "object"),
      ("{\"error\":\"x\"}", "account"),
    ])
  func wrong(_ line: String, _ word: String) throws {
    var random = SplitMix64(seed: 1)
    let good = ScreenRowLine.text(Self.row(&random, 1))
    do throws(DiagnosticsError) {
      _ = try ScreenRowLine.rows(of: Array("\(good)\n\(line)\n".utf8), named: "rows")
      Issue.record("it was read")
    } catch {
      #expect(error.diagnostics.first?.line == 2)
      #expect(error.diagnostics.first?.message.contains(word) == true)
    }
  }
}
