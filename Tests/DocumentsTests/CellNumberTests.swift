import Testing

@testable import Documents

@Suite("Numbers and dates of cells")
struct CellNumberTests {

  private func number(_ text: String) -> CellNumber? {
    Array(text.utf8).withUnsafeBufferPointer(CellNumber.init)
  }

  private func shown(_ text: String) -> String? {
    guard let number = number(text) else { return nil }
    var bytes: [UInt8] = []
    number.rounded(digits: CellNumber.precision).append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "Binary numbers are shown with the 15 digits a person entered",
    arguments: [
      ("0.10000000000000001", "0.1"), ("0.30000000000000004", "0.3"),
      ("3.30001E+12", "3300010000000"),
      ("1.1000000000000001", "1.1"), ("-2.9999999999999996", "-3"),
      ("99999999999999.95", "100000000000000"),
      ("123456789012345", "123456789012345"), ("999999999999999.4", "999999999999999"),
      ("1E-3", "0.001"), ("1.5e2", "150"), ("0", "0"), ("-0", "0"), ("0.000", "0"), ("007", "7"),
      ("1.50", "1.5"), (".5", "0.5"), ("5.", "5"), ("+4", "4"), ("1E0", "1"), ("12.5E-1", "1.25"),
      ("0.00001234", "0.00001234"), ("1.0000000000000001E-5", "0.00001"),
    ])
  func shortest(text: String, expected: String) {
    #expect(shown(text) == expected)
  }

  @Test(
    "From 10^15 on digits are lost: such a number is shown as no reader takes it for an account",
    arguments: [
      ("3300012345678901", "3.3000123456789E+15"), ("1E+15", "1.0E+15"),
      ("3.3000123456789012E+21", "3.3000123456789E+21"),
      ("999999999999999.9", "1.0E+15"),
    ])
  func lostDigits(text: String, expected: String) {
    #expect(shown(text) == expected)
  }

  @Test(
    "What is no number is none",
    arguments: [
      "", "-", ".", "1,5", "1.2.3", "NaN", "INF", "1E", "1E+", "E5", "1E+1234", "0x10", " 1", "1 ",
    ])
  func noNumbers(text: String) {
    #expect(number(text) == nil)
  }

  @Test("Numbers that stay as written are told from others")
  func plain() {
    for text in ["0", "5", "-12.5", "123456789012345", "0.001", "10"] {
      #expect(shown(text) == text)
    }
    for text in ["0.5", "12.25", "100"] { #expect(CellNumber.isPlain(Array(text.utf8)), "\(text)") }
    for text in ["1.50", "5.", ".5", "007", "1E5", "+1", "1-2", "--1", "1234567890123456", ""] {
      #expect(!CellNumber.isPlain(Array(text.utf8)), "\(text)")
    }
  }

  @Test(
    "Serials are rounded to the second",
    arguments: [
      ("45292.01041666", "2024-01-01 00:15:00"), ("43831.01041666666", "2020-01-01 00:15:00"),
      ("45292.99999999", "2024-01-02 00:00:00"), ("45292.5", "2024-01-01 12:00:00"),
      ("45292.000011574074", "2024-01-01 00:00:01"), ("0.99998842592592594", "23:59:59"),
      ("1E-30", "00:00:00"), ("4.5292E4", "2024-01-01 00:00:00"),
    ])
  func serials(text: String, expected: String) throws {
    let serial = try CellSerial(try #require(number(text)), epoch: .from1900)
    var bytes: [UInt8] = []
    serial.append(as: .dateTime, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test("Every quarter of an hour of 30 years comes back from its serial as Excel writes it")
  func quarters() throws {
    for quarter in stride(from: 0, to: 30 * 365 * 96, by: 7) {
      let serial = 40_000 + Double(quarter) / 96
      let cell = try #require(self.number("\(serial)"))
      var bytes: [UInt8] = []
      try CellSerial(cell, epoch: .from1900).append(as: .dateTime, to: &bytes)
      let minutes = quarter % 96 * 15
      let time =
        (minutes / 60 < 10 ? "0" : "") + "\(minutes / 60):"
        + (minutes % 60 == 0 ? "00" : "\(minutes % 60)") + ":00"
      #expect(String(decoding: bytes, as: UTF8.self).hasSuffix(time), "\(serial)")
    }
  }

  @Test(
    "Format codes tell dates from numbers",
    arguments: [
      ("yyyy\\-mm\\-dd\\ hh:mm", NumberKind.dateTime), ("yyyy\"年\"m\"月\"d\"日\"", .date),
      ("[$-409]h:mm AM/PM;@", .time), ("[h]:mm:ss", .time), ("[mm]:ss", .time), ("mmm-yy", .date),
      ("m\"月\"", .date), ("General", .number), ("0.00E+00", .number),
      ("#,##0.00\\ \"kWh\"", .number),
      ("[Red]0.0;[Blue]-0.0", .number), ("0\\d", .number), ("_-* #,##0.00_-", .number),
      ("0.0_s", .number), ("[$¥-804]#,##0", .number), ("@", .number), ("0;\"days\" d", .number),
      ("上午/下午h\"时\"mm\"分\"", .time), ("GENERAL", .number),
    ])
  func formats(code: String, kind: NumberKind) {
    #expect(NumberKind(code: code) == kind)
  }
}
