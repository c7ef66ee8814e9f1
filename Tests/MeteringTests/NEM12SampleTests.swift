import Documents
import Foundation
import Metering
import TestSupport
import Testing

/// Files that providers sent and users complained of, and files made to be awkward.
@Suite("NEM12 samples", .enabled(if: TestPlaces.hasShared("data/nem12")))
struct NEM12SampleTests {
  enum Fate: Sendable {
    case energy(String)
    case refusal([String])
  }

  static let hostile: [(String, Fate)] = [
    ("n00_good.csv", .energy("53.328")),
    ("n01_47_values.csv", .refusal([":3:1", "47 values, but a day has 48"])),
    ("n02_96_values_in_30min.csv", .refusal([":3:1", "96 values are those of 15-minute"])),
    ("n03_no_900.csv", .refusal(["without a 900 record"])),
    ("n04_V_without_400.csv", .refusal([":3:1", "no 400 record"])),
    ("n05_400_overlap.csv", .refusal([":5:5", "interval 30 has a quality already"])),
    ("n06_wh_unit.csv", .energy("53.328")), ("n07_null_quality_N.csv", .energy("0")),
    ("n08_300_before_200.csv", .refusal([":2:1", "before any 200 record"])),
    ("n09_dup_day.csv", .energy("106.656")), ("n10_5min_288.csv", .energy("28.8")),
  ]

  @Test("Each awkward file is read whole or refused by place", arguments: hostile)
  func fate(_ name: String, _ fate: Fate) throws {
    let file = LoadFile(path: TestPlaces.sharedPath("data/hostile/nem12/\(name)"), name: name)
    switch fate {
    case .energy(let total):
      let read = try NEM12Reader.read(file)
      #expect(RowsFixture.kilowattHours(read.series.first) == total)
    case .refusal(let words):
      let told = Self.complaint(file)
      for word in words { #expect(told.contains(word), "\(word)\n\(told)") }
    }
  }

  static func complaint(_ file: LoadFile) -> String {
    do throws(DiagnosticsError) {
      _ = try NEM12Reader.read(file)
      return ""
    } catch {
      return DiagnosticText.render(error.diagnostics)
    }
  }

  static func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: TestPlaces.sharedPath("data/nem12/\(folder)")
    ).filter { !$0.hasSuffix(".zip") }.sorted()
  }

  /// The sum of the values of 300 records of kWh that begin with E, by another way of reading.
  static func plainTotal(_ text: String) -> Decimal {
    var total = Decimal(0)
    var isCounted = false
    var unit = Decimal(1)
    for line in text.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      if fields[0] == "200" {
        isCounted = fields[4].hasPrefix("E")
        unit =
          fields[7].lowercased() == "wh" ? Decimal(sign: .plus, exponent: -3, significand: 1) : 1
      }
      guard fields[0] == "300", isCounted else { continue }
      for field in fields.dropFirst(2).prefix(while: { $0.first?.isLetter != true }) {
        total += (Decimal(string: String(field)) ?? 0) * unit
      }
    }
    return total
  }

  @Test("Every valid sample of the market's test scenarios is read to the sum of its values")
  func valid() throws {
    let names = try Self.names("valid")
    #expect(names.count > 80)
    for name in names {
      let path = TestPlaces.sharedPath("data/nem12/valid/\(name)")
      let read = try NEM12Reader.read(LoadFile(path: path, name: name))
      #expect(!read.series.isEmpty, "\(name)")
      guard read.findings.isEmpty else { continue }
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let total = read.series.filter { $0.measure == .activeEnergy && $0.direction == .imported }
        .flatMap(\.readings).reduce(Decimal(0)) {
          $1.energy == .min ? $0 : $0 + Decimal($1.energy) / 3_600_000_000
        }
      #expect(total == Self.plainTotal(text), "\(name)")
    }
  }

  /// The two of the folder that hold whole days of a known stream; the odd configuration is noted.
  static let readable = [
    "aemo_NEM12_000000000000022_CNRGYMDP_NEMMCO",
    "aemo_NEM12_DerpyNMIConfig_CNRGYMDP_NEMMCO.csv",
  ]

  @Test("Every invalid sample is refused, but for two whose configuration alone is odd")
  func invalid() throws {
    for name in try Self.names("invalid") {
      let path = TestPlaces.sharedPath("data/nem12/invalid/\(name)")
      let told = Self.complaint(LoadFile(path: path, name: name))
      #expect(told.isEmpty == Self.readable.contains(name), "\(name)\n\(told)")
      if told.isEmpty {
        let notes = try NEM12Reader.read(LoadFile(path: path, name: name)).notes.map(\.text)
        #expect(notes.contains { $0.contains("NMI configuration") }, "\(notes)")
      }
    }
  }
}
