/// Round values along an axis, and the range they span.
struct Ticks {
  /// The values that are named, in order.
  let values: [Double]
  /// Digits after the point that tell them apart.
  let digits: Int

  /// What the axis spans: all of them, and what lies a little below the first.
  let range: ClosedRange<Double>

  /// Steps of 1, 2, 2.5 or 5 times a power of ten that enclose a range.
  ///
  /// - Parameters:
  ///   - low: The lowest value.
  ///   - high: The highest value.
  ///   - count: How many steps there should be, about.
  init(from low: Double, to high: Double, count: Int = 5) {
    let span = high > low ? high - low : max(abs(high), 1)
    let rough = span / Double(max(1, count))
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    let factor = [1, 2, 2.5, 5, 10].first { $0 * power >= rough * 0.999 } ?? 10
    let step = factor * power
    let first = (low / step + 1e-9).rounded(.down)
    let last = max(first + 1, (high / step - 1e-9).rounded(.up))
    // A little below zero is shown without a step of its own, which would be mostly empty.
    let isLittle = first < 0 && low > (first + 0.75) * step
    values = stride(from: isLittle ? first + 1 : first, through: last, by: 1).map { $0 * step }
    range = (isLittle ? low - step * 0.05 : first * step)...(last * step)
    var digits = 0
    var scaled = step
    while abs(scaled - scaled.rounded()) > 1e-6 * scaled, digits < 6 {
      scaled *= 10
      digits += 1
    }
    self.digits = digits
  }

  /// The name of a value.
  func name(_ value: Double) -> String {
    var power = 1.0
    for _ in 0..<digits { power *= 10 }
    let whole = Int((abs(value) * power).rounded())
    var text = String(whole)
    while text.count <= digits { text = "0" + text }
    let split = text.index(text.endIndex, offsetBy: -digits)
    let fraction = digits > 0 ? "." + text[split...] : ""
    return NumberStyle.grouped.decimal(
      (value < 0 && whole != 0 ? "-" : "") + text[..<split] + fraction)
  }
}
