/// The shapes of the last numbers of a column or a row.
///
/// Figures that go up and down about a power of ten have one digit more or less time and again, and
/// so two shapes, of which one or the other is tried before a number is looked through.
struct ShapeMemory {
  /// The shape of the last number; nothing before the first and where it had none.
  private(set) var last: NumberShape?
  /// The shape before that one.
  private var other: NumberShape?

  /// Reads a number that is not of the last shape, and remembers its own with the byte behind it.
  ///
  /// - Returns: Its energy [mJ], with `here` behind it; nothing for anything else.
  mutating func read(
    _ text: UnsafePointer<UInt8>, _ here: inout Int, _ scale: DecimalScale.Fast
  ) -> Int64? {
    if let shape = other, let energy = shape.energy(DigitWord.load(text + here)) {
      here &+= shape.length
      (last, other) = (shape, last)
      return energy
    }
    let begin = here
    guard let number = scale.number(text, &here) else { return nil }
    if let last { other = last }
    last = NumberShape(
      length: here &- begin, places: number.places, ending: text[here], scale: scale)
    return number.energy
  }
}
