import Documents
import Quantities
import TestSupport
import Use

@testable import Metering

/// Feeds for tests, entry by entry, and short ways to read them.
struct GreenButtonFixture {
  static let atom = "http://www.w3.org/2005/Atom"
  static let espi = "http://naesb.org/espi"
  /// 2024-01-01T00:00Z.
  static let first: Int64 = 1_704_067_200
  static let point = "/RetailCustomer/1/UsagePoint/1"
  static let meter = point + "/MeterReading/1"

  /// Addresses by the part they play, so that a test can write each in its own way.
  var points = point
  var pointRelated = [meter, "/LocalTimeParameters/1"]
  var meterReading = meter
  var meterRelated = [meter + "/IntervalBlock", "/ReadingType/1"]
  var type = "/ReadingType/1"
  var block = meter + "/IntervalBlock/1"
  var blockUp = meter + "/IntervalBlock"
  var service = "0"
  var codes: [(String, String)] = [
    ("accumulationBehaviour", "4"), ("commodity", "1"), ("flowDirection", "1"),
    ("intervalLength", "900"), ("kind", "12"), ("powerOfTenMultiplier", "0"), ("uom", "72"),
  ]
  var clock = [
    ("dstEndRule", "B40E2000"), ("dstOffset", "3600"), ("dstStartRule", "360E2000"),
    ("tzOffset", "-18000"),
  ]
  var interval = "<interval><duration>86400</duration><start>\(Self.first)</start></interval>"
  var readings = (0..<96).map { reading(first + Int64($0) * 900, "\(500 + $0)") }
  /// Whole entries beside the usual ones.
  var more: [String] = []

  static func reading(_ start: Int64, _ value: String, seconds: Int = 900, extra: String = "")
    -> String
  {
    "<IntervalReading>\(extra)<timePeriod><duration>\(seconds)</duration><start>\(start)</start>"
      + "</timePeriod><value>\(value)</value></IntervalReading>"
  }

  static func entry(_ own: String, up: String = "", related: [String] = [], _ content: String)
    -> String
  {
    let links = related.map { "<link rel=\"related\" href=\"\($0)\"/>" }.joined()
    return
      "<entry><link rel=\"self\" href=\"\(own)\"/><link rel=\"up\" href=\"\(up)\"/>\(links)"
      + "<content>\(content)</content></entry>\n"
  }

  static func element(_ name: String, _ parts: [(String, String)] = [], _ rest: String = "")
    -> String
  {
    let inside = parts.map { "<\($0.0)>\($0.1)</\($0.0)>" }.joined()
    return "<\(name) xmlns=\"\(espi)\">\(inside)\(rest)</\(name)>"
  }

  /// Sets a code, or leaves it out.
  mutating func set(_ name: String, _ value: String?) {
    codes.removeAll { $0.0 == name }
    if let value { codes.append((name, value)) }
  }

  /// The entries in the usual order.
  var entries: [String] {
    [
      Self.entry(
        points, related: pointRelated,
        Self.element("UsagePoint", [], "<ServiceCategory><kind>\(service)</kind></ServiceCategory>")
      ),
      Self.entry("/LocalTimeParameters/1", Self.element("LocalTimeParameters", clock)),
      Self.entry(
        meterReading, up: Self.point + "/MeterReading", related: meterRelated,
        Self.element("MeterReading")),
      Self.entry(type, Self.element("ReadingType", codes)),
      Self.entry(
        block, up: blockUp, Self.element("IntervalBlock", [], interval + readings.joined())),
    ] + more
  }

  static func feed(_ entries: [String]) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"\(atom)\">\n\(entries.joined())</feed>\n"
  }

  func read() throws(DiagnosticsError) -> SeriesFile { try Self.read(Self.feed(entries)) }

  static func read(_ text: String) throws(DiagnosticsError) -> SeriesFile {
    try GreenButtonReader.read(LoadFile(name: "feed.xml", bytes: Array(text.utf8)))
  }

  /// What is wrong with the feed, as a person reads it; empty if nothing is.
  var complaints: String {
    do throws(DiagnosticsError) {
      _ = try read()
      return ""
    } catch {
      return DiagnosticText.render(error.diagnostics)
    }
  }

  /// The sum of a series. [mJ]
  static func total(_ series: MeterSeries) -> Int128 {
    series.readings.reduce(0) { $0 + Int128($1.energy) }
  }

  /// A line for a series, without its lines in the file: meter, kind, way, unit, count, sum, span.
  static func summary(_ series: MeterSeries) -> String {
    let name = series.register.isEmpty ? series.meter : "\(series.meter)/\(series.register)"
    let start = series.readings.map(\.start).min() ?? 0
    let end = series.readings.map(\.end).max() ?? 0
    return
      "\(name) \(series.measure.rawValue) \(series.direction.rawValue) \(series.unit) "
      + "\(series.readings.count) \(total(series)) \(start) \(end)"
  }
}
