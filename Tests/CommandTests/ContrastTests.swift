import Catalogues
import Documents
import Foundation
import Testing

@testable import Reporting

/// Texts and marks stand out from what is behind them (WCAG 2.2: 1.4.3 and 1.4.11).
@Suite("Contrast")
struct ContrastTests {
  private static let white = "#ffffff"

  /// The relative luminance of a colour.
  private static func luminance(_ colour: String) throws -> Double {
    var digits = colour.dropFirst()
    if digits.count == 3 { digits = Substring(digits.map { "\($0)\($0)" }.joined()) }
    let value = try #require(digits.count == 6 ? Int(digits, radix: 16) : nil, "\(colour)")
    func linear(_ shift: Int) -> Double {
      let part = Double((value >> shift) & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }

  static func contrast(_ one: String, _ other: String) throws -> Double {
    let (first, second) = (try luminance(one), try luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  @Test("Black on white is 21 : 1, #777 on white a little less than 4.5 : 1, a colour on itself 1")
  func known() throws {
    #expect(abs(try Self.contrast("#000", "#fff") - 21) < 1e-9)
    #expect(abs(try Self.contrast("#777777", "#ffffff") - 4.478) < 0.001)
    #expect(try Self.contrast("#1f5f99", "#1f5f99") == 1)
  }

  @Test("Each colour of a text in the style sheet has 4.5 : 1 on each background there is")
  func style() throws {
    let css = String(decoding: Catalogue.style, as: UTF8.self)
    let variables = Dictionary(
      uniqueKeysWithValues: css.matches(of: #/--(\w+): (#[0-9a-f]+);/#).map {
        (String($0.output.1), String($0.output.2))
      })
    func colours(_ property: Regex<(Substring, Substring)>) throws -> Set<String> {
      Set(
        try css.matches(of: property).map { match in
          let value = String(match.output.1)
          guard value.hasPrefix("var(--") else { return value }
          return try #require(variables[String(value.dropFirst(6).dropLast())], "\(value)")
        })
    }
    let texts = try colours(#/[ ;{]color: (#[0-9a-f]+|var\(--\w+\))/#)
    let backgrounds = try colours(#/background: (#[0-9a-f]+|var\(--\w+\))/#)
    #expect(texts.count >= 6 && backgrounds.count >= 2, "\(texts) \(backgrounds)")
    for text in texts {
      for background in backgrounds {
        let contrast = try Self.contrast(text, background)
        #expect(contrast >= 4.5, "\(text) on \(background): \(contrast)")
      }
    }
  }

  /// A rectangle that is drawn under what comes after it.
  private struct Area {
    let left: Double
    let top: Double
    let width: Double
    let height: Double
    let fill: String

    init(_ element: MarkupElement) {
      func number(_ name: String) -> Double { LabelBox.number(name, of: element) }
      left = number("x")
      top = number("y")
      width = number("width")
      height = number("height")
      fill = element.attribute(named: "fill")?.value ?? ""
    }

    func overlaps(_ box: LabelBox) -> Bool {
      box.left < left + width && box.right > left && box.top < top + height && box.bottom > top
    }
  }

  /// Pages with every kind of picture there is.
  static let pages: [[String]] = [
    ["audit"] + AuditPageTests.mill, ["audit"] + AuditPageTests.steel,
    ["audit", "samples/alloy-segment", "--account", "AL-05", "--peers", "samples/alloy-segment"],
    ["screen", "samples/alloy-segment"],
  ]

  @Test(
    "Each label of a picture has 4.5 : 1 on whatever it lies on, each mark 3 : 1", arguments: pages)
  func pictures(arguments: [String]) throws {
    let page = try Page(Program.run(arguments + ["--format", "html"]).output)
    let pictures = page.elements.filter { $0.name == "svg" }
    #expect(pictures.count >= 2)
    var labels = 0
    var marks = 0
    for picture in pictures {
      let name = Page.text(of: picture.elements[0])
      var areas: [Area] = []
      for element in picture.elements {
        func value(_ name: String) -> String? { element.attribute(named: name)?.value }
        let fill = value("fill") ?? "none"
        switch element.name {
        case "text":
          labels += 1
          let box = LabelBox(element)
          // A white seam round a label keeps it off whatever it lies on.
          let under =
            value("stroke") == "#fff" ? [] : areas.filter { $0.overlaps(box) }.map(\.fill)
          for background in under + (under.isEmpty ? [Self.white] : []) {
            let contrast = try Self.contrast(fill, background)
            #expect(contrast >= 4.5, "\(name): \(element.text) on \(background): \(contrast)")
          }
        case "rect":
          areas.append(Area(element))
          marks += 1
          // Behind curves; what they mean is told by a legend of outlined areas.
          guard !Self.bands.contains(fill) || value("stroke") != nil else { continue }
          let edge = try value("stroke").map { try Self.contrast($0, Self.white) } ?? 0
          let area = try Self.contrast(fill, Self.white)
          #expect(max(edge, area) >= 3, "\(name): an area of \(fill): \(area), \(edge)")
        case "line", "path", "circle":
          let colour = value("stroke") ?? fill
          // The grid and the breaks of columns say nothing by themselves; the cells of a year are
          // told apart by a scale, and each figure of them stands in a table.
          guard ![Palette.grid, "#fff"].contains(colour), !Self.year.contains(colour) else {
            continue
          }
          marks += 1
          let contrast = try Self.contrast(colour, Self.white)
          #expect(contrast >= 3, "\(name): \(element.name) of \(colour): \(contrast)")
        default: continue
        }
      }
    }
    #expect(labels > 20 && marks > 10)
  }

  private static let bands = Set(
    ["sharp", "peak", "flat", "valley", "deep", "other"].map(Palette.palePeriod))
  private static let year = Set(Palette.heat + ["#f4c7c3"])

  @Test("The steps of the scale of a year darken one by one, each told from the one before")
  func heat() throws {
    for (pale, dark) in zip(Palette.heat, Palette.heat.dropFirst()) {
      #expect(try Self.luminance(pale) > Self.luminance(dark))
      #expect(try Self.contrast(pale, dark) > 1.1, "\(pale) and \(dark)")
    }
  }
}
