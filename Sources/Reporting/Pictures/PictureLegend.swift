/// What the colours of a picture mean.
struct PictureLegend {
  /// How a thing is drawn.
  enum Sign {
    case area, line, mark
  }

  /// A thing and how it is drawn.
  struct Entry {
    let name: String
    let colour: String
    let sign: Sign
  }

  let entries: [Entry]

  /// A line of the legend. [user units]
  private static let lineHeight = 18.0
  private static let signWidth = 18.0
  private static let gap = 18.0

  /// How high it is. [user units]
  func height(in width: Double) -> Double {
    Double((places(in: width).last?.row ?? -1) + 1) * Self.lineHeight
  }

  /// Draws it with its upper left corner at a point.
  func draw(into drawing: inout Drawing, x: Double, y: Double, width: Double) {
    for (entry, place) in zip(entries, places(in: width)) {
      let left = x + place.x
      let middle = y + (Double(place.row) + 0.5) * Self.lineHeight
      switch entry.sign {
      case .area:
        drawing.mark(x: left, y: middle - 5, width: 12, height: 10, fill: entry.colour)
      case .line:
        drawing.line(
          from: (left, middle), to: (left + 13, middle), stroke: entry.colour, width: 2.5)
      case .mark:
        drawing.line(
          from: (left, middle), to: (left + 13, middle), stroke: entry.colour, width: 3.5)
      }
      drawing.label(entry.name, x: left + Self.signWidth, y: middle + 4)
    }
  }

  private func places(in width: Double) -> [(x: Double, row: Int)] {
    var x = 0.0
    var row = 0
    return entries.map { entry in
      let needed = Self.signWidth + TextExtent.width(of: entry.name)
      if x > 0, x + needed > width {
        x = 0
        row += 1
      }
      defer { x += needed + Self.gap }
      return (x, row)
    }
  }
}
