/// From one sum to another by steps.
///
/// Where the steps are a small part of the sums, the axis is broken and says so.
struct WaterfallPicture {
  /// A sum, or a step from one sum to the next.
  struct Step {
    let name: String
    /// The sum it comes to.
    let sum: Double
    /// The change; nothing for a sum.
    let change: Double?
    /// What is written above it.
    let label: String
  }

  let unit: String
  let steps: [Step]

  /// The picture.
  var drawing: Drawing {
    let sums = steps.map(\.sum)
    let (low, high) = (sums.min() ?? 0, sums.max() ?? 1)
    let isBroken = low > 0 && (high - low) * 3 < high
    let ticks = Ticks(
      from: isBroken ? low - (high - low) * 0.5 : min(0, low), to: high + (high - low) * 0.1)
    // The width between the axes is known once there is a frame, whose height hangs on the names.
    var frame = PlotFrame(ticks, unit: unit, legend: PictureLegend(entries: []))
    let step = (frame.right - frame.left) / Double(max(1, steps.count))
    let names = steps.map { Self.lines($0.name, width: step - 6) }
    let lineCount = names.map(\.count).max() ?? 1
    frame = PlotFrame(
      ticks, unit: unit, legend: PictureLegend(entries: []),
      below: 16 + Self.lineHeight * Double(lineCount))
    let width = min(step * 0.6, 90)
    var before = 0.0
    for (index, item) in steps.enumerated() {
      let x = frame.left + step * (Double(index) + 0.5) - width / 2
      let base = item.change == nil ? frame.vertical.values.lowerBound : before
      let (top, bottom) = (
        frame.vertical.place(max(item.sum, base)), frame.vertical.place(min(item.sum, base))
      )
      let colour =
        item.change.map { $0 > 0 ? Palette.bound : Palette.goal } ?? Palette.main
      frame.drawing.rectangle(
        x: x, y: top, width: width, height: max(1.5, bottom - top), fill: colour)
      if item.change == nil, isBroken { breakColumn(x, width, &frame) }
      if index + 1 < steps.count {
        let y = frame.vertical.place(item.sum)
        frame.drawing.line(
          from: (x + width, y), to: (x + step, y), stroke: Palette.axis, dash: "3 3")
      }
      frame.drawing.label(
        item.label, x: x + width / 2, y: top - 6, anchor: .middle, isStrong: true, hasHalo: true)
      for (line, text) in names[index].enumerated() {
        frame.drawing.label(
          text, x: x + width / 2, y: frame.bottom + 17 + Double(line) * Self.lineHeight,
          anchor: .middle, fill: Palette.faint)
      }
      before = item.sum
    }
    return frame.drawing
  }

  /// Two slanting lines: the column begins below what is shown.
  private func breakColumn(_ x: Double, _ width: Double, _ frame: inout PlotFrame) {
    for offset in [12.0, 18.0] {
      frame.drawing.line(
        from: (x - 2, frame.bottom - offset + 4), to: (x + width + 2, frame.bottom - offset - 4),
        stroke: "#fff", width: 2.5)
    }
  }

  /// A line of a name. [user units]
  private static let lineHeight = 15.0

  /// A name in lines that fit, cut at blanks, or anywhere where a word is wider than that.
  private static func lines(_ text: String, width: Double) -> [String] {
    var lines = [""]
    func fits(_ text: String) -> Bool { TextExtent.width(of: text) <= width }
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      let joined = last.isEmpty ? String(word) : "\(last) \(word)"
      if fits(joined) {
        lines[lines.count - 1] = joined
        continue
      }
      if !last.isEmpty { lines.append("") }
      for character in word {
        if !fits(lines[lines.count - 1] + String(character)), !lines[lines.count - 1].isEmpty {
          lines.append("")
        }
        lines[lines.count - 1].append(character)
      }
    }
    return lines
  }
}
