import Documents
import Foundation
import Testing

@testable import Reporting

/// However many names an axis has, those that are written do not touch.
@Suite("Labels along an axis")
struct AxisLabelTests {
  /// The texts of a drawing, with the room the program allows for them.
  private static func labels(_ drawing: Drawing) throws -> [LabelBox] {
    let svg = drawing.svg(id: "p", title: "t", description: "d")
    let root = try MarkupDocument.parse(SourceText(file: "p.svg", text: svg)).root
    return root.elements.filter { $0.name == "text" }.map {
      LabelBox($0) { TextExtent.width(of: $0, size: $1) }
    }
  }

  /// The labels of a drawing whose texts are among some names, by their lines.
  private static func rows(_ drawing: Drawing, _ names: Set<String>) throws -> [[LabelBox]] {
    let named = try labels(drawing).filter { names.contains($0.text) }
    return Dictionary(grouping: named, by: \.bottom).values.map {
      $0.sorted { $0.left < $1.left }
    }
  }

  /// - Returns: How many names are written.
  @discardableResult
  private static func check(
    _ drawing: Drawing, _ names: [String], _ about: String
  ) throws -> Int {
    let rows = try rows(drawing, Set(names))
    for row in rows {
      for (label, next) in zip(row, row.dropFirst()) {
        #expect(label.right < next.left, "\(about): \(label.text) and \(next.text)")
      }
      let (first, last) = (try #require(row.first), try #require(row.last))
      #expect(first.left >= 0 && last.right <= drawing.width, "\(about)")
    }
    return rows.joined().count
  }

  private static func months(_ count: Int) -> [String] {
    (0..<count).map { index in
      let number = index % 12 + 1
      return "\(2000 + index / 12)-\(number < 10 ? "0" : "")\(number)"
    }
  }

  private static let counts = [2, 3, 5, 8, 12, 13, 17, 24, 36, 50, 77, 120, 240, 400]

  @Test("Columns: 2 to 400 months, and as many names as there is room for", arguments: counts)
  func columns(count: Int) throws {
    let names = Self.months(count)
    for wide in [false, true] {
      let labels = wide ? names.map { "\($0) 电费构成" } : names
      let picture = ColumnPicture(
        unit: "CNY", labels: labels,
        stacks: [
          PictureSeries(name: "a", colour: Palette.main, values: labels.indices.map { Double($0) })
        ])
      let written = try Self.check(picture.drawing, labels, "\(count) columns")
      let widest = labels.map { TextExtent.width(of: $0) }.max() ?? 0
      // A row full of names has room for one in each width and a half of the widest.
      let room = Int(PlotFrame.width / (widest * 2.5))
      #expect(written >= min(count, room), "\(written) of \(count)")
    }
  }

  @Test("Names at the ends of a curve's axis are kept within it and off their neighbours")
  func ends() throws {
    for count in Self.counts {
      // The first names lie closer to the edge than half their width.
      let names = (0..<count).map { (x: Double($0) / Double(count - 1), text: "name \($0) of it") }
      let picture = CurvePicture(
        unit: "kW", below: "", names: names, range: 0...1,
        curves: [.init(name: "c", colour: Palette.main, points: [(0, 0), (1, 1000)])])
      let written = try Self.check(picture.drawing, names.map(\.text), "\(count) names")
      #expect(written >= min(count, 4))
      var drawing = PlotFrame(
        Ticks(from: 0, to: 1), unit: "", legend: PictureLegend(entries: []), width: PlotFrame.half)
      drawing.draw(below: names.map { ($0.text, $0.x * PlotFrame.half) })
      try Self.check(drawing.drawing, names.map(\.text), "\(count) names over the whole width")
    }
  }

  @Test("A carpet of 2 to 400 months names as many as there is room for", arguments: counts)
  func carpet(count: Int) throws {
    let names = Self.months(count)
    let picture = CarpetPicture(
      days: (0..<(count * 30)).map { .init(values: [Double($0)], borders: []) },
      months: names.enumerated().map { ($0 * 30, $1) }, periods: [], unit: "kW", missing: "none")
    let written = try Self.check(picture.drawing, names, "\(count) months")
    #expect(written >= min(count, 8))
  }

  @Test("Points and bins: the names of 2 to 400 values", arguments: counts)
  func ticks(count: Int) throws {
    let values = (0..<count).map { Double($0 * $0) * 12_345.678 + 0.0001 }
    let scatter = ScatterPicture(
      unit: "u", below: "",
      points: values.map { .init(x: $0, y: $0, name: "", colour: Palette.main, isNamed: false) },
      legend: [])
    let across = Ticks(from: 0, to: values.max() ?? 1, count: 8)
    #expect(try Self.check(scatter.drawing, across.values.map(across.name), "points") >= 4)
    let histogram = HistogramPicture(below: "", unit: "u", values: values, named: [])
    let bins = histogram.bins.ticks
    #expect(try Self.check(histogram.drawing, bins.values.map(bins.name), "bins") >= 4)
  }

  @Test("Steps of a waterfall: 2 to 9 with long names in two lines")
  func waterfall() throws {
    for count in 2...9 {
      for name in ["contract demand chosen anew", "基本电费计收方式的调整"] {
        let steps = (0..<count).map { index in
          WaterfallPicture.Step(
            name: name, sum: Double(1000 - index), change: index == 0 ? nil : -1, label: "−1")
        }
        let labels = try Self.labels(WaterfallPicture(unit: "CNY", steps: steps).drawing).filter {
          $0.text.first?.isLetter == true && $0.text != "CNY"
        }
        for row in Dictionary(grouping: labels, by: \.bottom).values {
          let row = row.sorted { $0.left < $1.left }
          for (label, next) in zip(row, row.dropFirst()) {
            #expect(label.right < next.left, "\(count) steps: \(label.text) and \(next.text)")
          }
        }
      }
    }
  }
}
