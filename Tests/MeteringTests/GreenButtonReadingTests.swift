import Documents
import Foundation
import Quantities
import TestSupport
import Testing

@testable import Metering

@Suite("Green Button feeds")
struct GreenButtonReadingTests {
  @Test("A day of 96 readings of 500 to 595 Wh is 52.56 kWh, each with start, length and line")
  func day() throws {
    let file = try GreenButtonFixture().read()
    #expect(file.format == .greenButton)
    #expect(file.findings.isEmpty)
    #expect(
      file.series.map(GreenButtonFixture.summary) == [
        "1 active-energy import Wh 96 189216000000 1704067200 1704153600"
      ])
    let series = file.series[0]
    #expect(series.dayStarts == [GreenButtonFixture.first])
    #expect(series.zone?.name == "UTC-05:00/-04:00")
    #expect(series.readings.map(\.line) == Array(repeating: 7, count: 96))
    #expect(series.readings[3].start == GreenButtonFixture.first + 2700)
    #expect(series.readings[3].seconds == 900)
    #expect(series.readings[3].energy == 503 * 3_600_000)
    #expect(series.readings[3].quality == .actual)
  }

  @Test("The order of entries changes nothing", arguments: 0..<60)
  func order(seed: UInt64) throws {
    var fixture = GreenButtonFixture()
    let second = GreenButtonFixture.point + "/MeterReading/2"
    fixture.more = [
      GreenButtonFixture.entry(
        second, related: ["/ReadingType/2"], GreenButtonFixture.element("MeterReading")),
      GreenButtonFixture.entry(
        "/ReadingType/2",
        GreenButtonFixture.element("ReadingType", [("uom", "73"), ("flowDirection", "1")])),
      GreenButtonFixture.entry(
        second + "/IntervalBlock/1",
        GreenButtonFixture.element(
          "IntervalBlock", [], GreenButtonFixture.reading(GreenButtonFixture.first, "7"))),
      GreenButtonFixture.entry(
        GreenButtonFixture.meter + "/IntervalBlock/2",
        GreenButtonFixture.element(
          "IntervalBlock", [],
          GreenButtonFixture.reading(GreenButtonFixture.first + 86_400, "11"))),
    ]
    let expected = [
      "1 active-energy import Wh 97 189255600000 1704067200 1704154500",
      "1 reactive-energy import varh 1 25200000 1704067200 1704068100",
    ]
    var generator = SplitMix64(seed: seed)
    let file = try GreenButtonFixture.read(
      GreenButtonFixture.feed(fixture.entries.shuffled(using: &generator)))
    #expect(file.series.map(GreenButtonFixture.summary).sorted() == expected, "seed \(seed)")
  }

  @Test(
    "A link is followed with or without host, leading slash, query and double slashes",
    arguments: [
      "RetailCustomer/1/UsagePoint/1", "//RetailCustomer/1//UsagePoint/1/",
      "https://api.utility.example/espi/1_1/resource/Subscription/5/UsagePoint/1",
      "https://host//DataCustodian/espi/1_1/resource/RetailCustomer/9/UsagePoint/1",
    ])
  func linkForms(form: String) throws {
    var fixture = GreenButtonFixture()
    fixture.meterReading = form + "/MeterReading/1?x=1#top"
    fixture.block = form + "/MeterReading/1/IntervalBlock/1"
    fixture.blockUp = ""
    fixture.meterRelated = ["https://elsewhere/resource/ReadingType/1"]
    // Were the links not followed, this second type would keep them from being guessed.
    fixture.more = [
      GreenButtonFixture.entry(
        "/ReadingType/2", GreenButtonFixture.element("ReadingType", [("uom", "73")]))
    ]
    let file = try fixture.read()
    #expect(file.findings.isEmpty)
    #expect(file.series.map(\.meter) == ["1"])
    #expect(file.series.map(\.measure) == [.activeEnergy])
  }

  @Test("A block belongs to the meter reading that names its collection, whatever its own address")
  func collection() throws {
    var fixture = GreenButtonFixture()
    fixture.block = "/blocks/77"
    fixture.blockUp = "/collections/of/9"
    fixture.meterRelated = ["/collections/of/1", "/ReadingType/1"]
    fixture.more = [
      GreenButtonFixture.entry(
        GreenButtonFixture.point + "/MeterReading/2", related: ["/ReadingType/1"],
        GreenButtonFixture.element("MeterReading"))
    ]
    #expect(fixture.complaints.contains("load-links"))
    fixture.blockUp = "https://host/collections/of/1"
    #expect(try fixture.read().series.count == 1)
  }

  @Test("Of customers whose usage points share a name, the whole path tells them apart")
  func sharedNames() throws {
    var fixture = GreenButtonFixture()
    let other = "/RetailCustomer/2/UsagePoint/1"
    fixture.more = [
      GreenButtonFixture.entry(
        other, GreenButtonFixture.element("UsagePoint")),
      GreenButtonFixture.entry(
        other + "/MeterReading/1", related: ["/ReadingType/1"],
        GreenButtonFixture.element("MeterReading")),
      GreenButtonFixture.entry(
        other + "/MeterReading/1/IntervalBlock/1",
        GreenButtonFixture.element(
          "IntervalBlock", [], GreenButtonFixture.reading(GreenButtonFixture.first, "7"))),
    ]
    let series = try fixture.read().series
    #expect(
      series.map(\.meter) == ["RetailCustomer/1/UsagePoint/1", "RetailCustomer/2/UsagePoint/1"])
    #expect(series.map(\.readings.count) == [96, 1])
  }

  @Test("Two channels of one kind and meter have the names of their meter readings as registers")
  func registers() throws {
    var fixture = GreenButtonFixture()
    let second = GreenButtonFixture.point + "/MeterReading/hourly"
    fixture.more = [
      GreenButtonFixture.entry(
        second, related: ["/ReadingType/1"], GreenButtonFixture.element("MeterReading")),
      GreenButtonFixture.entry(
        second + "/IntervalBlock/1",
        GreenButtonFixture.element(
          "IntervalBlock", [], GreenButtonFixture.reading(GreenButtonFixture.first, "7"))),
    ]
    #expect(try fixture.read().series.map(\.register) == ["1", "hourly"])
  }

  @Test("A link that leads nowhere is replaced only where there is nothing to choose")
  func brokenLink() throws {
    var fixture = GreenButtonFixture()
    fixture.meterRelated = ["/ReadingType/7"]
    let file = try fixture.read()
    #expect(file.findings.map(\.evidence) == [.greenButton(.typeAssumed(line: 6))])
    #expect(file.findings.map(\.count) == [96])
    fixture.more = [
      GreenButtonFixture.entry(
        "/ReadingType/2", GreenButtonFixture.element("ReadingType", [("uom", "72")]))
    ]
    #expect(
      fixture.complaints.contains(
        "the MeterReading points to \"ReadingType/7\", which is none of the 2 ReadingTypes"))
  }

  @Test("Two different reading types under one address are refused with both lines")
  func contradictoryTypes() {
    var fixture = GreenButtonFixture()
    fixture.more = [
      GreenButtonFixture.entry(
        "/ReadingType/1", GreenButtonFixture.element("ReadingType", [("uom", "73")]))
    ]
    #expect(fixture.complaints.contains("feed.xml:8: error: the readings are said to be of this"))
    #expect(fixture.complaints.contains("the one in line 6, which differs"))
  }

  @Test("A feed cut at every 1,000th byte, and at each of the last 200, gives nothing")
  func truncation() throws {
    let bytes = Array(GreenButtonFixture.feed(GreenButtonFixture().entries).utf8)
    let last = bytes.count - 1
    for length in Array(stride(from: 0, to: last, by: 1000)) + Array((last - 200)..<last) {
      #expect(throws: DiagnosticsError.self, "\(length) bytes") {
        try GreenButtonReader.read(LoadFile(name: "cut.xml", bytes: Array(bytes.prefix(length))))
      }
    }
  }

  @Test("A feed broken anywhere is read or refused, never half read: 600 seeds")
  func mutations() {
    var fixture = GreenButtonFixture()
    fixture.readings = Array(fixture.readings.prefix(6))
    fixture.set("defaultQuality", "17")
    let bytes = Array(GreenButtonFixture.feed(fixture.entries).utf8)
    let pieces = [
      "9", "-", "0", "<", ">", "/", "\"", ".", "99999999999999999999", " ", "&", "\0", "",
    ]
    .map { Array($0.utf8) }
    for seed in UInt64(0)..<600 {
      var generator = SplitMix64(seed: seed)
      var broken = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<broken.count, using: &generator)
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        broken.replaceSubrange(
          place..<min(place + Int.random(in: 0...2, using: &generator), broken.count), with: piece)
      }
      guard let file = try? GreenButtonReader.read(LoadFile(name: "broken.xml", bytes: broken))
      else { continue }
      let count = file.series.reduce(0) { $0 + $1.readings.count }
      let leftOut = file.findings.reduce(0) { count, finding in
        guard case .greenButton(.noLength) = finding.evidence else { return count }
        return count + finding.count
      }
      #expect(count + leftOut == 6, "seed \(seed)")
    }
  }

  @Test("What stands behind the feed is refused with its line; blanks and comments may stand there")
  func trailing() {
    let text = GreenButtonFixture.feed(GreenButtonFixture().entries)
    for rest in ["x", "<a/>", "\n<feed/>", "<?xml version='1.0'?>"] {
      let error = #expect(throws: DiagnosticsError.self) {
        try GreenButtonFixture.read(text + rest)
      }
      #expect(error?.diagnostics.first?.line ?? 0 >= 8, "\(rest)")
    }
    #expect((try? GreenButtonFixture.read(text + "<!-- end -->\n\n"))?.series.count == 1)
  }

  @Test("A feed in pieces of a file is the feed in memory")
  func pieces() throws {
    var fixture = GreenButtonFixture()
    fixture.readings = (0..<20_000).map {
      GreenButtonFixture.reading(GreenButtonFixture.first + Int64($0) * 900, "\($0)")
    }
    let text = Array(GreenButtonFixture.feed(fixture.entries).utf8)
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("green-button-\(UUID().uuidString).xml").path
    try FileSystem.write(text, to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try GreenButtonReader.read(LoadFile(path: path, name: "feed.xml"))
    #expect(file.series[0].readings == (try fixture.read()).series[0].readings)
    #expect(
      file.series.map(GreenButtonFixture.summary) == [
        "1 active-energy import Wh 20000 719964000000000 1704067200 1722067200"
      ])
  }

  @Test(
    "A file that begins with < in UTF-8 or UTF-16 is claimed, others are not",
    arguments: [
      (Array("<a".utf8), true), (Array("\r\n\t <a".utf8), true),
      ([0xEF, 0xBB, 0xBF, 0x0A, 0x3C], true), ([0xFF, 0xFE, 0x3C, 0x00], true),
      ([0xFE, 0xFF, 0x00, 0x3C], true), ([0x3C, 0x00, 0x3F, 0x00], true),
      (Array("time,kWh\n".utf8), false), ([], false), (Array("  ".utf8), false),
      ([0x1F, 0x8B, 0x08], false), ([0xFF, 0xFE, 0x31, 0x00], false),
    ] as [([UInt8], Bool)])
  func claims(prefix: [UInt8], expected: Bool) {
    #expect(GreenButtonReader.claims(prefix) == expected)
  }

  @Test("What a feed without readings holds is said, and nothing about the customer")
  func empty() {
    var fixture = GreenButtonFixture()
    fixture.readings = []
    #expect(
      fixture.complaints.contains(
        "the feed holds 1 UsagePoint, 1 MeterReading, 1 ReadingType and no readings [load-empty]"))
    let customer = "http://naesb.org/espi/customer"
    let text = GreenButtonFixture.feed([
      GreenButtonFixture.entry(
        "/RetailCustomer/Doe", "<Customer xmlns=\"\(customer)\"><name>Jane Doe</name></Customer>")
    ])
    let error = #expect(throws: DiagnosticsError.self) { try GreenButtonFixture.read(text) }
    let words = DiagnosticText.render(error?.diagnostics ?? [])
    #expect(words.contains("the feed holds data about the customer and no readings"))
    #expect(!words.contains("Doe"))
  }
}
