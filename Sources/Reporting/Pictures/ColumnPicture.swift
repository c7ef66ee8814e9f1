/// Stacked columns side by side, such as the parts of the bill of each month.
struct ColumnPicture {
  /// What is measured.
  let unit: String
  /// The names below the columns.
  let labels: [String]
  /// The parts of the columns, from the axis outwards; those below zero hang from it.
  let stacks: [PictureSeries]
  /// Short marks across the columns.
  var marks: [PictureSeries] = []
  /// Levels across all columns.
  var bounds: [PictureBound] = []

  /// The picture.
  var drawing: Drawing {
    var frame = PlotFrame(
      ticks, unit: unit,
      legend: PictureLegend(
        entries: stacks.map { .init(name: $0.name, colour: $0.colour, sign: .area) }
          + marks.map { .init(name: $0.name, colour: $0.colour, sign: .mark) }))
    let step = (frame.right - frame.left) / Double(max(1, labels.count))
    let width = min(step * 0.72, 56)
    for index in labels.indices {
      let x = frame.left + step * (Double(index) + 0.5) - width / 2
      var (above, below) = (0.0, 0.0)
      for stack in stacks {
        guard let value = stack.values[index], value != 0 else { continue }
        let start = value > 0 ? above : below
        let (high, low) = (max(start, start + value), min(start, start + value))
        frame.drawing.mark(
          x: x, y: frame.vertical.place(high), width: width,
          height: frame.vertical.place(low) - frame.vertical.place(high), fill: stack.colour)
        if value > 0 { above += value } else { below += value }
      }
      for mark in marks {
        guard let value = mark.values[index] else { continue }
        let y = frame.vertical.place(value)
        frame.drawing.line(
          from: (x - 3, y), to: (x + width + 3, y), stroke: mark.colour, width: 3)
      }
    }
    frame.draw(bounds)
    frame.draw(
      below: labels.enumerated().map { ($1, frame.left + step * (Double($0) + 0.5)) })
    return frame.drawing
  }

  private var ticks: Ticks {
    let sums = labels.indices.flatMap { index -> [Double] in
      let values = stacks.compactMap { $0.values[index] }
      return [values.filter { $0 > 0 }.reduce(0, +), values.filter { $0 < 0 }.reduce(0, +)]
    }
    let others = marks.flatMap(\.values).compactMap { $0 } + bounds.map(\.value)
    return Ticks(
      from: (sums + others).min().map { min(0, $0) } ?? 0, to: (sums + others).max() ?? 1)
  }
}
