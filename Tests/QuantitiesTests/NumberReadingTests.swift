import Quantities
import TestSupport
import Testing

@Suite("Numbers are read strictly")
struct NumberReadingTests {
  @Test(
    "What a person types beside a number is named, not guessed at",
    arguments: [
      ("0.4093元", "\"元\" at character 7", "write the figure alone, without its unit: 0.4093"),
      (
        "1,234.5", "the comma at character 2",
        "write numbers without thousands separators and with a decimal point: 1234.5"
      ),
      (
        "１２", "the full-width digit \"１\" at character 1",
        "type ASCII digits and a decimal point instead of full-width characters"
      ),
      (
        "0．5", "the full-width point \"．\" at character 2",
        "type ASCII digits and a decimal point instead of full-width characters"
      ),
      ("1 000", "a blank at character 2", "remove the blank inside the number"),
      (" 1", "a blank at character 1", "remove the blank inside the number"),
      ("1e3", "\"e\" at character 2", "write the number out in full, without an exponent"),
      ("\u{2212}1", "the sign \"\u{2212}\" (not the ASCII hyphen) at character 1", nil),
      ("1.2.3", "\".\" at character 4", "write the figure alone, without its unit: 1.2.3"),
      ("--1", "\"-\" at character 2", "write the figure alone, without its unit: --1"),
      ("5%", "\"%\" at character 2", "the unit is fixed; leave the percent sign out"),
      ("nan", "\"n\" at character 1", nil),
      ("٣", "\"٣\" at character 1", nil),
    ] as [(String, String, String?)])
  func refusedNumber(text: String, named: String, hint: String?) throws {
    do {
      let price = try Price(text)
      Issue.record("\(text) was read as \(price)")
    } catch {
      #expect(error.message.contains(named), "\(error.message)")
      #expect(error.hint == hint)
    }
  }

  @Test(
    "Nothing, a lone sign and a lone point are no numbers",
    arguments: ["", "-", "+", ".", "5.", ".5"])
  func incompleteNumber(text: String) {
    #expect(throws: NumberError.self) { try Price(text) }
  }

  @Test("Digits beyond what is kept are refused unless they are zeros")
  func tooManyDigits() throws {
    #expect(
      throws: NumberError.tooManyFractionDigits(found: 13, allowed: 12, text: "0.1234567890123")
    ) {
      try Price("0.1234567890123")
    }
    #expect(try Price("0.1234567890120").description == "0.123456789012")
    #expect(throws: NumberError.self) { try Power("1.0000001") }
  }

  @Test("Numbers larger than any bill are refused, leading zeros are not")
  func outOfRange() throws {
    #expect(throws: NumberError.outOfRange(text: "1000000")) { try Price("1000000") }
    #expect(try Price("000000000999999").description == "999999")
    #expect(throws: NumberError.self) { try Energy(kilowattHours: "10000000000") }
  }

  @Test(
    "Reading and writing keeps the value",
    arguments: ["0", "0.4093", "-0.02", "999999.999999999999", "-0.000000000001", "38.4"])
  func roundTrip(text: String) throws {
    #expect(try Price(text).description == text)
  }

  @Test("A percentage is read as a fraction: −0.75 % is −0.0075")
  func percentage() throws {
    let rate = try Rate(percent: "-0.75")
    #expect(rate.description == "-0.0075")
    #expect(rate.percentText == "-0.75")
  }

  @Test("1,000 seeded prices survive writing and reading")
  func roundTripProperty() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<1000 {
      let units =
        Int128(Int64.random(in: -999_999_999_999_999...999_999_999_999_999, using: &generator))
        * 1000
      let price = Price(units: units)
      #expect(try Price(price.description) == price, "seed 7, units \(units)")
    }
  }
}
