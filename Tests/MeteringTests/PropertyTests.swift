import Documents
import Foundation
import Metering
import Quantities
import TestSupport
import Testing
import Use

@Suite("Properties of reading and writing")
struct PropertyTests {
  typealias F = LoadFixture

  /// A profile of a few days; `step` is what its values are multiples of. [mJ]
  static func profile(_ random: inout SplitMix64, step: Int64) -> LoadProfile {
    let interval = [60, 300, 900, 1800, 3600].randomElement(using: &random) ?? 900
    let days = Int.random(in: 1...(interval == 60 ? 1 : 4), using: &random)
    let count = days * 86_400 / interval
    func values() -> [Int64] {
      (0..<count).map { _ in
        if Int.random(in: 0..<30, using: &random) == 0 { return LoadProfile.missing }
        let size: Int64 = [1, 1000, 1_000_000, 10_000_000_000].randomElement(using: &random) ?? 1
        return Int64.random(in: 0...size, using: &random) * step
      }
    }
    let forward = Bool.random(using: &random) ? values() : nil
    let reverse = Bool.random(using: &random) ? values() : nil
    let day = Int.random(in: 8000...40_000, using: &random)
    return LoadProfile(
      firstDay: CalendarDate(dayNumber: day), intervalSeconds: interval, active: values(),
      reactiveForward: forward, reactiveReverse: reverse)
  }

  static func id(_ random: inout SplitMix64) -> String {
    let letters = Array("0123456789AB,\"' -户号;|")
    let inner = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      letters.randomElement(using: &random) ?? "0"
    }
    return String(inner)
  }

  @Test("What was written is read back as it was", arguments: [1 as UInt64, 2, 3, 4, 5, 6, 7, 8])
  func roundTrip(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for round in 0..<4 {
      // Whole kilowatt-parts, whole kilowatt-hour-parts, and anything.
      let step = [900 * 4, 3600, 1][round % 3]
      let profile = Self.profile(&random, step: Int64(step))
      let id = Self.id(&random)
      let wide = LoadExport.wide([(id, profile)])
      let long = LoadExport.long((id, profile))
      for (name, bytes) in [("wide", wide), ("long", long)] {
        let read = try LoadReader.read([LoadFile(name: name, bytes: bytes)])
        #expect(read.accounts.map(\.id) == [id], "seed \(seed), round \(round), \(name)")
        #expect(read.accounts[0].profile == profile, "seed \(seed), round \(round), \(name)")
      }
    }
  }

  @Test("Many accounts in one wide file are read back, one by one and by the scanner")
  func accounts() throws {
    let seed: UInt64 = 20_260_131
    var random = SplitMix64(seed: seed)
    var accounts: [LoadExport.Account] = []
    for number in 0..<20 {
      let count = 96 * Int.random(in: 1...5, using: &random)
      let active = (0..<count).map { _ in
        Int64.random(in: 0...9_999_999, using: &random) * 9_000_000
      }
      accounts.append(
        (
          "N\(number)",
          LoadProfile(
            firstDay: CalendarDate(dayNumber: 20_000 + number), intervalSeconds: 900,
            active: active)
        ))
    }
    let file = LoadFile(name: "wide.csv", bytes: LoadExport.wide(accounts))
    let read = try LoadReader.read([file])
    var sink = Gatherer()
    let report = try LoadScanner(file).scan(into: &sink)
    #expect(report.isOrdered)
    #expect(report.faulty.isEmpty)
    #expect(report.findings.isEmpty)
    for (index, account) in accounts.enumerated() {
      #expect(read[account.id]?.profile == account.profile, "seed \(seed)")
      #expect(report.accounts[index] == account.id)
      #expect(sink.values[index] == account.profile.active, "seed \(seed)")
      #expect(sink.days[index]?.first == account.profile.firstDay)
    }
  }

  struct Gatherer: LoadSink {
    var values: [Int: [Int64]] = [:]
    var days: [Int: [CalendarDate]] = [:]

    mutating func take(_ day: IntervalDay, account: Int) {
      values[account, default: []] += Array(day.active)
      days[account, default: []].append(day.date)
    }
  }

  @Test("The scanner says when a file is not in order, and tells what the reader tells")
  func scanner() throws {
    let rows = F.day("2026-01-30") { $0 == 3 ? "" : "1" } + F.day("2026-02-01")
    let file = F.file("timestamp,kw\n" + rows)
    var sink = Gatherer()
    let report = try LoadScanner(file).scan(into: &sink)
    let read = try LoadReader.read([file])
    #expect(report.isOrdered)
    #expect(report.findings == read.findings)
    #expect(report.findings[0].count == 97)
    #expect(sink.days[0]?.count == 2)
    let shuffled = F.file("timestamp,kw\n" + F.day("2026-01-31") + F.day("2026-01-30"))
    #expect(try LoadScanner(shuffled).scan(into: &sink).isOrdered == false)
    let doubled = F.file("timestamp,kw\n" + F.day("2026-01-31") + "2026-01-31 23:45,1\n")
    #expect(try LoadScanner(doubled).scan(into: &sink).isOrdered == false)
  }

  /// The result of reading as something to compare: profiles, or that there are none.
  static func outcome(_ text: String) -> [String: LoadProfile]? {
    do throws(DiagnosticsError) {
      let read = try LoadReader.read([F.file(text, LoadFileOptions(account: nil))])
      return Dictionary(
        uniqueKeysWithValues: read.accounts.compactMap { account in
          account.profile.map { (account.id, $0) }
        })
    } catch {
      return nil
    }
  }

  @Test(
    "The fast way reads what the careful way reads, whatever is done to a file",
    arguments: [11 as UInt64, 12, 13, 14, 15, 16])
  func ways(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let profile = LoadProfile(
      firstDay: CalendarDate(dayNumber: 20_484), intervalSeconds: 3600,
      active: (0..<48).map { _ in Int64.random(in: 0...9_999_999, using: &random) * 3_600_000 })
    let long = String(decoding: LoadExport.long(("A1", profile)), as: UTF8.self)
    let wide = String(decoding: LoadExport.wide([("A1", profile)]), as: UTF8.self)
    #expect(Self.outcome(long) == ["A1": profile])
    #expect(Self.outcome(wide) == ["A1": profile])
    let letters = Array("0123456789.-+:,\nkA \r".utf8)
    var accepted = 0
    for round in 0..<60 {
      var bytes = Array((Bool.random(using: &random) ? long : wide).utf8)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 30..<bytes.count, using: &random)
        let letter = letters.randomElement(using: &random) ?? Self.zero
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = letter
        case 1: bytes.insert(letter, at: place)
        default: bytes.remove(at: place)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      // A blank behind each separator belongs to no cell, and only the careful way skips it.
      let spaced = text.replacing(",", with: ", ")
      let fast = Self.outcome(text)
      #expect(fast == Self.outcome(spaced), "seed \(seed), round \(round):\n\(text)")
      if fast != nil { accepted += 1 }
    }
    #expect(accepted > 5, "seed \(seed): nothing but refusals shows little")
  }

  private static let zero = UInt8(ascii: "0")

  @Test(
    "Wide and long rows of the same readings give the same profile", arguments: [21 as UInt64, 22])
  func layouts(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<5 {
      let profile = Self.profile(&random, step: 3600)
      let wide = try LoadReader.read([LoadFile(name: "w", bytes: LoadExport.wide([("A", profile)]))]
      )
      let long = try LoadReader.read([LoadFile(name: "l", bytes: LoadExport.long(("A", profile)))])
      #expect(wide["A"]?.profile == long["A"]?.profile, "seed \(seed)")
    }
  }
}
