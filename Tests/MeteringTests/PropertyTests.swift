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
    let letters = Array("0123456789AB,\"' -户号;|=+@\u{301}\u{202E}".unicodeScalars)
    var inner = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      inner.append(letters.randomElement(using: &random) ?? "0")
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
      active: (0..<48).map { _ in
        // Watts: runs of as many digits, and changes between them.
        let most: Int64 =
          [9, 999, 99_999, 99_999, 999_999, 9_999_999].randomElement(using: &random) ?? 1
        return Int64.random(in: 0...most, using: &random) * 3_600_000
      })
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
