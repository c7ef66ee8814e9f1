/// The heading of one interval's column in a wide file.
enum SlotLabel: Sendable, Hashable {
  /// `p1`, `P01`, `点1`: the number as printed.
  case number(Int)
  /// `R1`, `R96`: the number of a dial reading.
  case reading(Int)
  /// `0:15`, `T0015`: seconds since midnight.
  case clock(Int)

  /// Reads a trimmed heading.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    if let label = bytes.withUnsafeBufferPointer(Self.clock) {
      self = label
      return
    }
    let digits = text.dropFirst()
    let isReading: Bool
    switch text.first {
    case "p", "P", "点": isReading = false
    case "r", "R": isReading = true
    default: return nil
    }
    guard (1...4).contains(digits.count), digits.utf8.allSatisfy(Byte.isDigit),
      let number = Int(digits)
    else { return nil }
    self = isReading ? .reading(number) : .number(number)
  }

  private static func clock(_ bytes: UnsafeBufferPointer<UInt8>) -> SlotLabel? {
    if bytes.count == 5, bytes[0] | 0x20 == UInt8(ascii: "t"),
      bytes.dropFirst().allSatisfy(Byte.isDigit)
    {
      let digits = bytes.dropFirst().map { Int($0 - Byte.zero) }
      let minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
      return digits[2] < 6 && minutes <= 1440 ? .clock(minutes * 60) : nil
    }
    for hasSeconds in [false, true] {
      var position = 0
      do throws(StampProblem) {
        let seconds = try StampReader.readTime(
          bytes, &position, bytes.count, hasSeconds: hasSeconds)
        if position == bytes.count { return .clock(seconds) }
      } catch {
        continue
      }
    }
    return nil
  }
}
