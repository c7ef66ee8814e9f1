/// What the letter of an NMI suffix says of a data stream.
///
/// The letters are those of AEMO's NMI procedure, which names directions as the market sees them:
/// its export is what the account draws.
enum NEM12Stream: Sendable, Hashable {
  /// A stream of the meter that is billed.
  case master(isReactive: Bool, FlowDirection)
  /// An averaged stream, or the net of both directions: the procedure uses the same letters.
  case average(isReactive: Bool, FlowDirection)
  /// A stream of a check meter, which counts the same energy once more.
  case check
  /// Something else than active or reactive energy.
  case other

  /// - Returns: Nothing for letters that the procedure does not have.
  init?(letter: UInt8) {
    switch letter & ~0x20 {
    case UInt8(ascii: "E"): self = .master(isReactive: false, .imported)
    case UInt8(ascii: "B"): self = .master(isReactive: false, .exported)
    case UInt8(ascii: "Q"): self = .master(isReactive: true, .imported)
    case UInt8(ascii: "K"): self = .master(isReactive: true, .exported)
    case UInt8(ascii: "D"): self = .average(isReactive: false, .imported)
    case UInt8(ascii: "A"): self = .average(isReactive: false, .exported)
    case UInt8(ascii: "P"): self = .average(isReactive: true, .imported)
    case UInt8(ascii: "J"): self = .average(isReactive: true, .exported)
    case UInt8(ascii: "C"), UInt8(ascii: "F"), UInt8(ascii: "L"), UInt8(ascii: "R"),
      UInt8(ascii: "U"), UInt8(ascii: "W"), UInt8(ascii: "Y"), UInt8(ascii: "Z"):
      self = .check
    case UInt8(ascii: "G"), UInt8(ascii: "H"), UInt8(ascii: "M"), UInt8(ascii: "S"),
      UInt8(ascii: "T"), UInt8(ascii: "V"), UInt8(ascii: "X"):
      self = .other
    default: return nil
    }
  }
}
