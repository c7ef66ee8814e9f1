/// Numbers in columns with marks between them, as dates and times are written.
struct ColumnText {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  /// The text that is written, of at most 64 bytes.
  static func text(_ write: (inout ColumnText) -> Void) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { bytes in
      var text = ColumnText(bytes: bytes)
      write(&text)
      return String(decoding: bytes[..<text.count], as: UTF8.self)
    }
  }

  private init(bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

  /// Writes a number with leading zeros; one that is wider than its column is written whole.
  mutating func number(_ number: Int, width: Int) {
    if number < 0 { mark("-") }
    var digits = 1
    var most = number.magnitude
    while most >= 10 {
      most /= 10
      digits += 1
    }
    digits = max(digits, width)
    var rest = number.magnitude
    for place in (count..<(count + digits)).reversed() {
      bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    count += digits
  }

  /// Writes a time of day, such as `08:00`. [min]
  mutating func clock(_ minutes: Int) {
    number(minutes / 60, width: 2)
    mark(":")
    number(minutes % 60, width: 2)
  }

  /// Writes a day, such as `2026-01-31`.
  mutating func date(_ date: CalendarDate) {
    let (year, month, day) = date.parts
    number(year, width: 4)
    mark("-")
    number(month, width: 2)
    mark("-")
    number(day, width: 2)
  }

  /// Writes a sign of ASCII.
  mutating func mark(_ sign: Unicode.Scalar) {
    bytes[count] = UInt8(ascii: sign)
    count += 1
  }
}
