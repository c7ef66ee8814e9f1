/// Every interval of every day as a cell: days from left to right, the clock from top to bottom.
struct CarpetPicture {
  /// A day.
  struct Day {
    /// The mean power of each interval; nothing where there is none.
    let values: [Double?]
    /// Where periods change, from midnight. [min]
    let borders: [Int]
  }

  let days: [Day]
  /// The day each month begins with, counted from 0, and its name.
  let months: [(day: Int, name: String)]
  /// The periods of the last day, named on the right. [min]
  let periods: [(from: Int, to: Int, name: String, colour: String)]
  let unit: String
  /// What a cell without a value is called.
  let missing: String

  private static let top = 44.0
  /// How long a path grows before another is begun. [bytes]
  private static let longestPath = 8000
  private static let height = 288.0

  /// The picture.
  var drawing: Drawing {
    let left = 44.0
    let names = periods.map { TextExtent.width(of: $0.name) }.max() ?? 0
    let right = PlotFrame.width - (periods.isEmpty ? 8 : names + 26)
    var drawing = Drawing(width: PlotFrame.width, height: Self.top + Self.height + 28)
    let steps = Palette.heat.count
    let values = days.lazy.flatMap(\.values).compactMap { $0 }
    let ticks = Ticks(from: min(0, values.min() ?? 0), to: values.max() ?? 1)
    let scale = PictureScale(values: ticks.range, start: 0, end: Double(steps))
    let width = (right - left) / Double(max(1, days.count))
    var paths = Array(repeating: [""], count: steps + 1)
    for (number, day) in days.enumerated() {
      let x = left + Double(number) * width
      let height = Self.height / Double(max(1, day.values.count))
      var start = 0
      while start < day.values.count {
        let level = Self.level(day.values[start], scale, steps)
        var end = start + 1
        while end < day.values.count, Self.level(day.values[end], scale, steps) == level {
          end += 1
        }
        // Readers of markup bound the length of a tag.
        if paths[level][paths[level].count - 1].utf8.count > Self.longestPath {
          paths[level].append("")
        }
        paths[level][paths[level].count - 1] +=
          "M\(Drawing.text(x)) \(Drawing.text(Self.top + Double(start) * height))"
          + "h\(Drawing.text(width))v\(Drawing.text(Double(end - start) * height))"
          + "h-\(Drawing.text(width))z"
        start = end
      }
    }
    for (level, parts) in paths.enumerated() {
      for path in parts {
        drawing.path(
          path, fill: level == steps ? Self.missingColour : Palette.heat[level], isCrisp: true)
      }
    }
    drawBorders(&drawing, left, width)
    drawAxes(&drawing, left, right, width)
    drawScale(&drawing, ticks)
    return drawing
  }

  private static let missingColour = "#f4c7c3"

  private static func level(_ value: Double?, _ scale: PictureScale, _ steps: Int) -> Int {
    guard let value else { return steps }
    return min(steps - 1, max(0, Int(scale.place(value))))
  }

  /// Where periods change, as lines over all days that have the border.
  private func drawBorders(_ drawing: inout Drawing, _ left: Double, _ width: Double) {
    let all = Set(days.flatMap(\.borders)).sorted()
    for border in all {
      let y = Self.top + Double(border) / 1440 * Self.height
      var start: Int?
      for number in 0...days.count {
        let has = number < days.count && days[number].borders.contains(border)
        if has, start == nil { start = number }
        if !has, let first = start {
          drawing.line(
            from: (left + Double(first) * width, y), to: (left + Double(number) * width, y),
            stroke: Palette.other, width: 1.1)
          start = nil
        }
      }
    }
  }

  private func drawAxes(
    _ drawing: inout Drawing, _ left: Double, _ right: Double, _ width: Double
  ) {
    for hour in stride(from: 0, through: 24, by: 4) {
      let y = Self.top + Double(hour) / 24 * Self.height
      let text = (hour < 10 ? "0" : "") + "\(hour):00"
      drawing.label(text, x: left - 6, y: y + 4, anchor: .end, fill: Palette.faint)
    }
    var free = 0.0
    for month in months {
      let x = left + Double(month.day) * width
      drawing.line(
        from: (x, Self.top + Self.height), to: (x, Self.top + Self.height + 6),
        stroke: Palette.axis)
      guard x + 3 >= free, x + 3 + TextExtent.width(of: month.name) <= PlotFrame.width - 2 else {
        continue
      }
      drawing.label(month.name, x: x + 3, y: Self.top + Self.height + 17, fill: Palette.faint)
      free = x + 3 + TextExtent.width(of: month.name) + 2
    }
    for period in periods {
      let y = Self.top + Double(period.from) / 1440 * Self.height
      let height = Double(period.to - period.from) / 1440 * Self.height
      drawing.mark(
        x: right + 4, y: y + 0.5, width: 8, height: height - 1, fill: period.colour)
      guard height >= 11 else { continue }
      drawing.label(period.name, x: right + 17, y: y + height / 2 + 4, fill: Palette.faint)
    }
  }

  private func drawScale(_ drawing: inout Drawing, _ ticks: Ticks) {
    let width = 22.0
    let low = ticks.name(ticks.range.lowerBound)
    var x = 44.0
    drawing.label(low, x: x, y: 20, fill: Palette.faint)
    x += TextExtent.width(of: low) + 6
    for colour in Palette.heat {
      drawing.mark(x: x, y: 9, width: width, height: 13, fill: colour)
      x += width
    }
    let high = "\(ticks.name(ticks.range.upperBound)) \(unit)"
    drawing.label(high, x: x + 6, y: 20, fill: Palette.faint)
    x += TextExtent.width(of: high) + 26
    guard days.contains(where: { $0.values.contains { $0 == nil } }) else { return }
    drawing.mark(x: x, y: 9, width: width, height: 13, fill: Self.missingColour)
    drawing.label(missing, x: x + width + 6, y: 20, fill: Palette.faint)
  }
}
