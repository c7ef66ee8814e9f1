import Casework
import Quantities
import TestSupport
import Testing
import Use

@Suite("Dial readings")
struct DossierDialTests {
  private typealias Folder = DossierFolderTests

  private static let registers = [
    "sharp", "peak", "flat", "valley", "deep", "total", "kvarh_forward", "kvarh_reverse",
  ]

  /// A number of hundredths with a fixed number of digits before the point.
  private static func dial(_ hundredths: Int, digits: Int) -> String {
    let text = String(hundredths)
    let padded = String(repeating: "0", count: max(0, digits + 2 - text.count)) + text
    return "\(padded.dropLast(2)).\(padded.suffix(2))"
  }

  @Test(
    "Dials and their differences times the multiplier give the same readings",
    arguments: [1, 2026, 0xC0FFEE, 77] as [UInt64])
  func sameReadings(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for round in 0..<25 {
      let digits = Int.random(in: 4...6, using: &random)
      // The largest that keeps the energy within what a column may hold.
      let largest = digits == 4 ? 120_000 : 4000
      let multiplier = [1, 40, largest].randomElement(using: &random) ?? 1
      let end = (0..<digits).reduce(100) { value, _ in value * 10 }
      var (dials, counted) = (["2026-01"], ["2026-01"])
      for _ in Self.registers {
        let passesEnd = Bool.random(using: &random)
        let from =
          passesEnd
          ? Int.random(in: (end / 10 * 9)..<end, using: &random)
          : Int.random(in: 0..<end, using: &random)
        let to =
          passesEnd
          ? Int.random(in: 0...(end / 10), using: &random)
          : Int.random(in: from..<end, using: &random)
        dials += [Self.dial(from, digits: digits), Self.dial(to, digits: digits)]
        let difference = (to - from + (passesEnd ? end : 0)) * multiplier
        counted.append("\(difference / 100).\(Self.dial(difference % 100, digits: 1).suffix(2))")
      }
      let headings = Self.registers.flatMap { ["from_\($0)", "to_\($0)"] }.joined(separator: ",")
      let names = Self.registers.map { $0.hasPrefix("kvarh") ? $0 : "kwh_\($0)" }
      let accounts = "account,tariff,multiplier\nA,t,\(multiplier)\n"
      let read = try Folder.readings([
        "accounts.csv": accounts,
        "readings.csv": "month,\(headings)\n\(dials.joined(separator: ","))\n",
      ])
      let expected = try Folder.readings([
        "accounts.csv": accounts,
        "readings.csv":
          "month,\(names.joined(separator: ","))\n\(counted.joined(separator: ","))\n",
      ])
      #expect(
        read == expected, "seed \(seed), round \(round), multiplier \(multiplier): \(dials)")
      #expect(read.count == 1)
    }
  }

  @Test(
    "A dial has the digits its first reading is written with",
    arguments: [
      ("9998.50", "0003.20", "4.7"), ("09998.50", "10003.20", "4.7"), ("99.9", "00.0", "0.1"),
      ("0000", "9999", "9999"), ("9000", "1000", "2000"),
    ])
  func rollover(from: String, to: String, counted: String) throws {
    let months = try Folder.readings([
      "readings.csv": "month,from_all,to_all\n2026-01,\(from),\(to)\n"
    ])
    #expect(months.first?.totalEnergy == (try Energy(kilowattHours: counted)))
  }

  @Test("Chinese headings: 起码 and 止码")
  func chinese() throws {
    let months = try Folder.readings([
      "accounts.csv": "户号,电价,倍率\nA,t,10\n",
      "readings.csv": "月份,峰起码,峰止码,谷上次示数,谷本次示数,正向无功起码,正向无功止码\n2026-01,1,2,3,5,0,4\n",
    ])
    let month = try #require(months.first)
    #expect(
      month.energy == [
        RegisterEnergy(period: .peak, energy: Energy(kilowattHours: 10)),
        RegisterEnergy(period: .valley, energy: Energy(kilowattHours: 20)),
      ])
    #expect(month.reactiveForward == Energy(kilowattHours: 40))
  }
}
