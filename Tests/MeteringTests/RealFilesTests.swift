import Documents
import Foundation
import Metering
import Quantities
import TestSupport
import Testing
import Use

/// Every real load file at hand against figures of an independent reader: `RealFiles/totals.py`,
/// which shares no line with this program.
@Suite("Real load files", .enabled(if: TestPlaces.hasShared("data")))
struct RealFilesTests {
  /// A row of `RealFiles/expected.csv`; its cells hold no commas.
  struct Expected: Sendable {
    let cells: [String: String]
    subscript(_ name: String) -> String { cells[name] ?? "" }
    func count(_ name: String) -> Int { Int(self[name]) ?? 0 }
  }

  struct RealFile: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: [Expected]
    var testDescription: String { name }
    func rows(_ outcome: String) -> [Expected] { rows.filter { $0["outcome"] == outcome } }
  }

  static let files: [RealFile] = {
    let path = TestPlaces.path("Tests/MeteringTests/RealFiles/expected.csv")
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let rows = lines.dropFirst().map { line in
      Expected(
        cells: Dictionary(uniqueKeysWithValues: zip(lines[0], line).map { ($0, $1) }))
    }
    return Dictionary(grouping: rows) { $0["file"] }.map { RealFile(name: $0, rows: $1) }
      .sorted { $0.name < $1.name }
  }()

  /// Files that this program treats otherwise than the independent reader, and why.
  enum Departure: Sendable {
    /// Read, with a note, to so many intervals and kilowatt-hours in all.
    case read(intervals: Int, kilowattHours: String)
    /// Refused by this place and these words.
    case refused(line: Int, String)
  }

  static let departures: [String: Departure] = [
    // The NMI configuration names another suffix, or none: the 200 record itself says what it is.
    "nem12/invalid/aemo_NEM12_000000000000022_CNRGYMDP_NEMMCO":
      .read(intervals: 48, kilowattHours: "2987.1"),
    "nem12/invalid/aemo_NEM12_DerpyNMIConfig_CNRGYMDP_NEMMCO.csv":
      .read(intervals: 384, kilowattHours: "109075.5"),
    // The last record is written `900,`.
    "nem12/valid/aemo_NEM12_05051100001000000_GLOBALM_NEMMCO":
      .read(intervals: 192, kilowattHours: "1090.55"),
    // 10¹² Wh in a quarter of an hour stand for no value; the file is told by the line.
    "greenbutton/seed_opower/opower_15min_1002_1dup.xml": .refused(line: 0, "10 GW"),
    // The reading of 0 s is left out first, so that one of two starts told twice is clear again:
    // 8340.348 + 0.546 kWh.
    "greenbutton/sdk/Inland_Single_Family_Jan_1_2011_to_Jan_1_2012.xml":
      .read(intervals: 8757, kilowattHours: "8340.894"),
  ]

  /// What a file that cannot stand alone must be told.
  static func options(for file: String) -> LoadFileOptions {
    var options = LoadFileOptions()
    switch file {
    case let name where name.hasPrefix("commercial/il-") || name.hasPrefix("commercial/uk-"):
      options.unit = .kilowattHour
    case let name where name.hasPrefix("steel_korea/variant"): options.dateOrder = .dayFirst
    case let name where name.hasPrefix("xlsx_real/"): options.column = "Total"
    default: break
    }
    return options
  }

  static func inspect(_ file: RealFile, _ options: LoadFileOptions) throws(DiagnosticsError)
    -> LoadInspection
  {
    var options = options
    if !file.name.hasPrefix("greenbutton/"), !file.name.hasPrefix("nem12/") {
      options.account = "A"
    }
    // The independent figures give moments of instants in UTC.
    let isInstant = file.rows.contains { $0["start"].hasSuffix("Z") }
    if isInstant, options.zone == nil { options.zone = "UTC" }
    return try LoadReader.inspect(
      LoadFile(
        path: TestPlaces.sharedPath("data/\(file.name)"), name: file.name, options: options,
        zone: isInstant ? "UTC" : nil))
  }

  @Test("Files that say all there is to say are read to the independent figures", arguments: files)
  func read(_ file: RealFile) throws {
    let rows = file.rows("read")
    guard !rows.isEmpty, Self.departures[file.name] == nil else { return }
    try compare(try Self.inspect(file, LoadFileOptions()), rows, file)
  }

  @Test("Files that leave something open are refused, and read once it is told", arguments: files)
  func readWithOptions(_ file: RealFile) throws {
    let rows = file.rows("read-with-options")
    guard !rows.isEmpty, rows[0]["note"].contains("no heading") == false else { return }
    #expect(throws: DiagnosticsError.self) { try Self.inspect(file, LoadFileOptions()) }
    try compare(try Self.inspect(file, Self.options(for: file.name)), rows, file)
  }

  @Test("Files without intervals, of other goods, or broken are refused", arguments: files)
  func refused(_ file: RealFile) throws {
    guard file.rows.allSatisfy({ $0["outcome"] == "refused" || $0["outcome"] == "empty" }),
      Self.departures[file.name] == nil
    else { return }
    do throws(DiagnosticsError) {
      let inspection = try Self.inspect(file, LoadFileOptions())
      Issue.record("read with \(inspection.channels.count) channels")
    } catch {
      let line = file.rows[0]["reason"].split(separator: " ").dropFirst().first
        .flatMap { Int($0.dropLast()) }
      guard file.rows[0]["reason"].hasPrefix("line "), let line else { return }
      #expect(
        error.diagnostics.contains { $0.line == line },
        "\(DiagnosticText.render(error.diagnostics))")
    }
  }

  @Test(
    "Files of which the two readers make different things, each with its reason",
    arguments: files.filter { departures[$0.name] != nil })
  func departure(_ file: RealFile) throws {
    let departure = try #require(Self.departures[file.name])
    do throws(DiagnosticsError) {
      let inspection = try Self.inspect(file, LoadFileOptions())
      guard case .read(let intervals, let energy) = departure else {
        Issue.record("read")
        return
      }
      let channels = inspection.channels.filter { $0.measure == .activeEnergy }
      #expect(channels.reduce(0) { $0 + $1.intervals } == intervals)
      #expect(channels.reduce(Energy.zero) { $0 + $1.total }.quantity.description == energy)
    } catch {
      guard case .refused(let line, let words) = departure else {
        Issue.record("refused: \(DiagnosticText.render(error.diagnostics))")
        return
      }
      let text = DiagnosticText.render(error.diagnostics)
      #expect(text.contains(words), "\(text)")
      #expect(line == 0 || error.diagnostics.contains { $0.line == line })
    }
  }

  /// Holds channels against rows, of which one channel may have several of different lengths.
  private func compare(
    _ inspection: LoadInspection, _ rows: [Expected], _ file: RealFile
  ) throws {
    let groups = Dictionary(grouping: rows) { row in
      [Self.meter(row), row["register"], row["measure"], row["direction"]].joined(separator: "|")
    }
    for (key, rows) in groups.sorted(by: { $0.key < $1.key }) {
      let channels = inspection.channels.filter { channel in
        [
          file.name.hasPrefix("greenbutton/") || file.name.hasPrefix("nem12/")
            ? channel.meter : "", channel.register, channel.measure.rawValue,
          channel.direction.rawValue,
        ].joined(separator: "|") == key
      }
      let channel = try #require(
        channels.first,
        "\(key) not in \(inspection.channels.map { "\($0.meter)|\($0.register)|\($0.measure)|\($0.direction)" })"
      )
      func sum(_ name: String) -> Int { rows.reduce(0) { $0 + $1.count(name) } }
      #expect(channel.intervals == sum("intervals"), "\(key): intervals")
      let total = rows.reduce(Decimal(0)) { $0 + (Decimal(string: $1["total"]) ?? 0) }
      let ours = (Decimal(string: "\(channel.total.millijoules)") ?? -1) / 3_600_000_000
      // Values finer than a millijoule are rounded to one, each by half of it at most.
      let tolerance =
        Decimal(channel.intervals) / 7_200_000_000
        + Decimal(sign: .plus, exponent: -20, significand: 1)
      #expect(abs(ours - total) <= tolerance, "\(key): total \(ours) and not \(total)")
      if rows.count == 1 {
        #expect(
          channel.missing == sum("gap_intervals") + sum("conflicting_duplicates"),
          "\(key): missing")
        #expect(channel.start?.description == Self.moment(rows[0]["start"]), "\(key): start")
        #expect(channel.end?.description == Self.moment(rows[0]["end"]), "\(key): end")
        #expect(channel.intervalSeconds == rows[0].count("interval_s"))
      }
    }
    func found(_ code: LoadFindingCode) -> Int {
      inspection.findings.filter { $0.code == code }.reduce(0) { $0 + $1.count }
    }
    func expected(_ name: String) -> Int { rows.reduce(0) { $0 + $1.count(name) } }
    #expect(found(.repeated) == expected("equal_duplicates") || file.name.hasPrefix("nem12"))
    #expect(found(.contradictory) == expected("conflicting_duplicates"))
    #expect(found(.notActual) == expected("estimated"))
  }

  private static func meter(_ row: Expected) -> String {
    // Meters that share the tail of their link are told apart by what stands before it.
    let words = row["note"].split(separator: " ")
    guard row["note"].hasPrefix("usage point "), words.count > 2 else { return row["meter"] }
    return words[2].trimmingCharacters(in: CharacterSet(charactersIn: ";"))
  }

  /// `2018-01-01T00:00:00Z` as moments are printed here, without seconds and zone.
  private static func moment(_ text: String) -> String {
    var text = text
    if text.hasSuffix("Z") { text.removeLast() }
    if text.hasSuffix(":00") { text.removeLast(3) }
    return text
  }
}
