/// The quality that a NEM12 record gives to its values.
enum NEM12Quality: Sendable, Hashable {
  /// All values of the record have one quality.
  case uniform(ReadingQuality)
  /// The values are placeholders.
  case null
  /// The 400 records behind it say which values have which quality.
  case variable

  /// Reads a quality method, such as `A` or `S14`.
  ///
  /// - Returns: Nothing for any other form.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ cell: RowCell) {
    guard (1...3).contains(cell.end - cell.start),
      bytes[(cell.start + 1)..<cell.end].allSatisfy(Byte.isDigit)
    else { return nil }
    switch bytes[cell.start] {
    case UInt8(ascii: "A"): self = .uniform(.actual)
    case UInt8(ascii: "E"): self = .uniform(.estimated)
    case UInt8(ascii: "S"), UInt8(ascii: "F"): self = .uniform(.substituted)
    case UInt8(ascii: "N"): self = .null
    case UInt8(ascii: "V"): self = .variable
    default: return nil
    }
  }
}
