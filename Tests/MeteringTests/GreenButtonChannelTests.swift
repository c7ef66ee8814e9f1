import Documents
import Quantities
import TestSupport
import Testing

@testable import Metering

@Suite("Green Button channels")
struct GreenButtonChannelTests {
  @Test(
    "The direction by flowDirection, of active energy and of reactive",
    arguments: [
      ("1", "import", "import"), ("19", "export", "export"), ("0", "unknown", "unknown"),
      ("4", "unknown", "unknown"), ("20", "unknown", "unknown"), ("8", "import", ""),
      ("10", "export", ""), ("5", "", "import"), ("13", "", "export"), ("15", "", "import"),
      ("18", "", "export"), ("16", "", ""), ("17", "", ""), ("2", "", "import"),
      ("3", "", "export"), ("99", "", ""),
    ])
  func directions(flow: String, active: String, reactive: String) {
    for (uom, expected) in [("72", active), ("73", reactive)] {
      var fixture = GreenButtonFixture()
      fixture.set("flowDirection", flow)
      fixture.set("uom", uom)
      let file = try? fixture.read()
      #expect(file?.series.first?.direction.rawValue ?? "" == expected, "uom \(uom)")
      if expected == "unknown" {
        #expect(
          file?.findings.map(\.evidence) == [.greenButton(.directionUnknown(code: Int(flow)))])
      }
      if expected.isEmpty {
        #expect(fixture.complaints.contains("only a part of the quadrants (flowDirection \(flow))"))
      }
    }
  }

  @Test("Without flowDirection the direction is unknown, and that is said")
  func noDirection() throws {
    var fixture = GreenButtonFixture()
    fixture.set("flowDirection", nil)
    let file = try fixture.read()
    #expect(file.series.map(\.direction) == [.unknown])
    #expect(
      file.findings.map(\.text) == ["the file does not say which way the energy of 1 flows"])
  }

  @Test(
    "Only deltas of energy are summed; a dial is refused with the reason",
    arguments: [
      ("72", "4", ""), ("72", "0", ""), ("72", "1", "readings of a dial"),
      ("72", "2", "readings of a dial"), ("72", "3", "readings of a dial"),
      ("72", "9", "readings of a dial"), ("72", "6", "cannot be added up"),
      ("72", "12", "hold for an instant only"), ("72", "13", "cannot be added up"),
      ("72", "14", "cannot be added up"), ("38", "4", ""), ("38", "6", ""),
      ("38", "12", "hold for an instant only"), ("38", "1", "readings of a dial"),
    ])
  func behaviours(uom: String, behaviour: String, reason: String) {
    var fixture = GreenButtonFixture()
    fixture.set("uom", uom)
    fixture.set("accumulationBehaviour", behaviour)
    if reason.isEmpty {
      #expect(fixture.complaints.isEmpty)
    } else {
      #expect(fixture.complaints.contains(reason))
      #expect(fixture.complaints.contains("accumulationBehaviour \(behaviour)"))
    }
  }

  @Test("Where neither the behaviour nor the length is said, that is told")
  func deltaAssumed() throws {
    var fixture = GreenButtonFixture()
    fixture.set("accumulationBehaviour", nil)
    #expect(try fixture.read().findings.isEmpty)
    fixture.set("intervalLength", nil)
    #expect(try fixture.read().findings.map(\.evidence) == [.greenButton(.deltaAssumed)])
  }

  @Test(
    "Maxima, minima and means of energy are left out; means of power are read",
    arguments: [
      ("72", "8", false), ("72", "9", false), ("72", "2", false), ("72", "12", true),
      ("38", "2", true), ("38", "8", false), ("38", "9", false),
    ])
  func qualifiers(uom: String, qualifier: String, isRead: Bool) {
    var fixture = GreenButtonFixture()
    fixture.set("uom", uom)
    fixture.set("dataQualifier", qualifier)
    #expect(fixture.complaints.isEmpty == isRead)
  }

  @Test(
    "A channel that is no energy is left out beside one that is, and told",
    arguments: [
      ("71", "VAh"), ("61", "VA"), ("29", "V"), ("5", "A"), ("33", "Hz"), ("65", "cos φ"),
      ("153", "W/VA"), ("80", "money"), ("111", "count"),
    ])
  func leftOut(uom: String, unit: String) throws {
    var fixture = GreenButtonFixture()
    let second = GreenButtonFixture.point + "/MeterReading/2"
    fixture.more = [
      GreenButtonFixture.entry(
        second, related: ["/ReadingType/2"], GreenButtonFixture.element("MeterReading")),
      GreenButtonFixture.entry(
        "/ReadingType/2",
        GreenButtonFixture.element("ReadingType", [("uom", uom), ("accumulationBehaviour", "4")])),
      GreenButtonFixture.entry(
        second + "/IntervalBlock/1",
        GreenButtonFixture.element(
          "IntervalBlock", [], GreenButtonFixture.reading(GreenButtonFixture.first, "7"))),
    ]
    let file = try fixture.read()
    #expect(file.series.map(\.unit) == ["Wh"])
    #expect(
      file.findings.map(\.text) == [
        "1 reading of 1 in \(unit) left out: \(unit) is neither energy nor power"
      ])
  }

  @Test(
    "Other services are refused by name",
    arguments: [
      ("1", "7", "169", "the service is gas"), ("2", "9", "128", "the service is water"),
      ("4", "10", "132", "the service is heat"), ("77", "0", "72", "has no name in ESPI"),
      ("0", "7", "169", "the service is electricity, but the reading type counts natural gas"),
      ("0", "1", "119", "the service is electricity, but the reading type counts ft³"),
      ("0", "0", "169", "the service is electricity, but the reading type counts therm"),
      ("0", "1", "250", "uom 250 is no unit of measure"),
    ])
  func services(kind: String, commodity: String, uom: String, words: String) {
    var fixture = GreenButtonFixture()
    fixture.service = kind
    fixture.set("commodity", commodity)
    fixture.set("uom", uom)
    #expect(fixture.complaints.contains(words))
  }

  @Test(
    "Qualities by code",
    arguments: [
      (0, .actual), (17, .actual), (18, .actual), (19, .actual), (7, .edited), (8, .estimated),
      (9, .estimated), (10, .questionable), (11, .derived), (12, .projected), (13, .mixed),
      (14, .raw), (15, .normalised), (16, .other), (1, .other), (44, .other),
    ] as [(Int, ReadingQuality)])
  func qualities(code: Int, quality: ReadingQuality) throws {
    var fixture = GreenButtonFixture()
    let first = GreenButtonFixture.first
    fixture.set("defaultQuality", "\(code)")
    fixture.readings = [
      GreenButtonFixture.reading(first, "1"),
      GreenButtonFixture.reading(
        first + 900, "1",
        extra: "<ReadingQuality><quality>\(code)</quality></ReadingQuality>"),
      GreenButtonFixture.reading(
        first + 1800, "1", extra: "<ReadingQuality><quality> 17 </quality></ReadingQuality>"),
    ]
    #expect(try fixture.read().series[0].readings.map(\.quality) == [quality, quality, .actual])
  }

  @Test("Readings without a time period follow one another from the start of their block")
  func sequence() throws {
    var fixture = GreenButtonFixture()
    fixture.readings = (0..<4).map { "<IntervalReading><value>\($0)</value></IntervalReading>" }
    let readings = try fixture.read().series[0].readings
    #expect(readings.map(\.start) == (0..<4).map { GreenButtonFixture.first + $0 * 900 })
    #expect(readings.map(\.seconds) == [900, 900, 900, 900])
    var other = fixture
    other.set("intervalLength", nil)
    #expect(other.complaints.contains("feed.xml:7: error: a reading has no timePeriod"))
    other = fixture
    other.interval = ""
    #expect(other.complaints.contains("(and 3 readings more like it)"))
    other = fixture
    other.readings.append(GreenButtonFixture.reading(GreenButtonFixture.first + 3600, "1"))
    #expect(other.complaints.contains("some readings of a block have a timePeriod and others none"))
  }

  @Test(
    "What is wrong with a reading is told by line, with what was read",
    arguments: [
      ("<value>1</value><value>2</value>", "a reading has two of <value>"),
      ("", "a reading has no value"), ("<value>x</value>", "\"x\" is the value of a reading"),
      ("<value/>", "\"\" is the value of a reading"),
      ("<value>1<b/>2</value>", "\"\" is the value of a reading"),
    ])
  func faults(value: String, words: String) {
    var fixture = GreenButtonFixture()
    fixture.readings[7] =
      "\n<IntervalReading><timePeriod><duration>900</duration>"
      + "<start>\(GreenButtonFixture.first + 6300)</start></timePeriod>\(value)</IntervalReading>"
    #expect(fixture.complaints.contains("feed.xml:8: error: \(words)"))
  }

  @Test(
    "A stamp or length that cannot be is refused by line",
    arguments: [
      ("1704067200000", "900", "are these milliseconds?"),
      ("0", "900", "outside the years 1990 to 2099"),
      ("4102444800", "900", "outside the years 1990 to 2099"),
      ("today", "900", "\"today\" is the start of a reading"),
      ("1704067200", "PT15M", "\"PT15M\" is the duration of a reading"),
      ("1704067200", "16777216", "a reading lasts \"16777216\" s"),
    ])
  func stamps(start: String, seconds: String, words: String) {
    var fixture = GreenButtonFixture()
    fixture.readings = [
      "\n<IntervalReading><timePeriod><duration>\(seconds)</duration><start>\(start)</start>"
        + "</timePeriod><value>1</value></IntervalReading>"
    ]
    #expect(fixture.complaints.contains("feed.xml:8: error:"))
    #expect(fixture.complaints.contains(words))
  }

  @Test("Blocks of 82 800 to 90 000 s are days, others are not")
  func dayStarts() throws {
    for (seconds, isDay) in [
      (82_799, false), (82_800, true), (86_400, true), (90_000, true), (90_001, false),
    ] {
      var fixture = GreenButtonFixture()
      fixture.interval =
        "<interval><duration>\(seconds)</duration><start>\(GreenButtonFixture.first)</start></interval>"
      let starts = try fixture.read().series[0].dayStarts
      #expect(starts == (isDay ? [GreenButtonFixture.first] : []), "\(seconds) s")
    }
  }
}
