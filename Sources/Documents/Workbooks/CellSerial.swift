import Quantities

/// A date or time of a cell: days since the epoch, rounded to the second.
struct CellSerial: Sendable, Hashable {

  /// Why a number is none.
  enum Fault: Error, Sendable, Hashable {
    case negative
    case tooLate
  }

  private static let daySeconds = 86_400

  /// 31 December 9999 in days from 1900.
  private static let lastDay = 2_958_465

  /// The day 1970-01-01 in days from 1900.
  private static let unixDay = 25_569

  /// In days from 1900, whatever the workbook's epoch.
  private let day: Int
  private let second: Int

  /// Whether it stands at midnight.
  var isMidnight: Bool { second == 0 }

  init(_ number: CellNumber, epoch: SerialEpoch) throws(Fault) {
    guard !number.isNegative else { throw .negative }
    guard let seconds = number.whole(times: Int128(Self.daySeconds)).flatMap({ Int(exactly: $0) })
    else { throw .tooLate }
    let days = seconds / Self.daySeconds
    day = epoch == .from1904 && days > 0 ? days + 1462 : days
    second = seconds % Self.daySeconds
    guard day <= Self.lastDay else { throw .tooLate }
  }

  /// Appends `2024-01-01`, `2024-01-01 00:15:00` or, for less than a day, `00:15:00`.
  func append(as kind: NumberKind, to text: inout [UInt8]) {
    if day == 0 {
      appendTime(to: &text)
    } else if kind == .time, day == 1, second == 0 {
      // A whole day as a time is its end, and not the first of January 1900.
      text.append(contentsOf: "24:00:00".utf8)
    } else {
      appendDate(to: &text)
      if kind == .dateTime || second != 0 {
        text.append(ASCII.space)
        appendTime(to: &text)
      }
    }
  }

  private func appendDate(to text: inout [UInt8]) {
    if day == 60 {
      // What the workbook shows; no calendar has this day, and readers say so.
      text.append(contentsOf: "1900-02-29".utf8)
      return
    }
    let shift = day < 60 ? 1 : 0
    let (year, month, dayOfMonth) =
      CalendarDate(dayNumber: day + shift - Self.unixDay).parts
    append(year, digits: 4, to: &text)
    text.append(UInt8(ascii: "-"))
    append(month, digits: 2, to: &text)
    text.append(UInt8(ascii: "-"))
    append(dayOfMonth, digits: 2, to: &text)
  }

  private func appendTime(to text: inout [UInt8]) {
    append(second / 3600, digits: 2, to: &text)
    text.append(ASCII.colon)
    append(second / 60 % 60, digits: 2, to: &text)
    text.append(ASCII.colon)
    append(second % 60, digits: 2, to: &text)
  }

  private func append(_ number: Int, digits: Int, to text: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<digits { divisor *= 10 }
    while divisor > 0 {
      text.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
