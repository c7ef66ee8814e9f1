import TestSupport
import Testing

@testable import Quantities

@Suite("Arithmetic is exact and rounds once")
struct ArithmeticTests {
  @Test("602 000 kWh × 0.9520 = 573 104.00")
  func quantityTimesPrice() throws {
    let amount = try Quantity("602000").times(Price("0.9520"))
    #expect(amount.description == "573104")
    #expect(amount.text(digits: 2) == "573104.00")
  }

  @Test(
    "Halves go away from zero, to even, down or up as the tariff says",
    arguments: [
      (RoundingMode.halfAwayFromZero, ["3", "-3", "2", "3"]),
      (.halfEven, ["2", "-2", "2", "3"]),
      (.towardZero, ["2", "-2", "2", "2"]),
      (.awayFromZero, ["3", "-3", "3", "3"]),
    ])
  func rounding(mode: RoundingMode, expected: [String]) throws {
    let results = try ["2.5", "-2.5", "2.4", "2.6"].map {
      try Quantity($0).rounded(digits: 0, mode: mode).description
    }
    #expect(results == expected)
  }

  @Test("Rounding agrees with its definition on 1,000 seeded divisions")
  func divisionProperty() {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<1000 {
      let dividend = Int128(Int32.random(in: .min ... .max, using: &generator))
      let divisor = Int128(Int32.random(in: 1...1000, using: &generator))
      let rounded = RoundingMode.halfAwayFromZero.divide(dividend, by: divisor)
      let twice = (dividend - rounded * divisor).magnitude * 2
      #expect(twice <= divisor.magnitude, "seed 11: \(dividend) ÷ \(divisor) → \(rounded)")
      if twice == divisor.magnitude {
        #expect(
          rounded.magnitude * divisor.magnitude > dividend.magnitude, "a half goes away from zero")
      }
    }
  }

  @Test("10,000 seeded decimals of 0 to 21 places are written as their digits, point and sign tell")
  func written() {
    var random = SplitMix64(seed: 20_261_122)
    for _ in 0..<10_000 {
      let places = Int.random(in: 0...21, using: &random)
      let zeros = PowersOfTen.power(Int.random(in: 0...19, using: &random))
      let units = Int128(Int64.random(in: -999_999_999...999_999_999, using: &random)) * zeros
      var digits = String(units.magnitude)
      digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
      let whole = (units < 0 ? "-" : "") + digits.dropLast(places)
      let fraction = String(digits.suffix(places))
      var shortest = fraction
      while shortest.last == "0" { shortest.removeLast() }
      for (text, keepsZeros) in [(fraction, true), (shortest, false)] {
        let figure = DecimalFigure(
          units: units, fractionDigits: places, keepsZeros: keepsZeros)
        let expected = text.isEmpty ? whole : "\(whole).\(text)"
        #expect(figure.description == expected)
        var bytes = Array("x".utf8)
        figure.append(to: &bytes)
        #expect(bytes == Array("x\(expected)".utf8))
      }
    }
  }

  @Test("A product of 256 bits divides back to its factor")
  func wideProduct() {
    let large = Int128.max / 3
    #expect(WideProduct(large, 1_000_000_000_000).divided(by: 1_000_000_000_000) == large)
    #expect(WideProduct(-large, 7).divided(by: 7) == -large)
    #expect(WideProduct(5, 1).divided(by: 2) == 3)
    #expect(WideProduct(-5, 1).divided(by: 2) == -3)
    #expect(WideProduct(-5, 1).divided(by: 2, mode: .towardZero) == -2)
    #expect(WideProduct(5, 1).divided(by: 2, mode: .halfEven) == 2)
  }

  @Test("One kilowatt for a quarter of an hour is 0.25 kWh")
  func energyOfPower() throws {
    let energy = Energy(millijoules: 1_000_000 * 900)
    #expect(energy.description == "0.25")
    #expect(energy.meanPower(overSeconds: 900).description == "1")
    #expect(try Energy(kilowattHours: "3.17").meanPower(overSeconds: 900).description == "12.68")
  }

  @Test("Energy read with six decimals is kept to the last")
  func energyDigits() throws {
    #expect(try Energy(kilowattHours: "0.000001").millijoules == 3600)
    #expect(try Energy(kilowattHours: "959636.71").description == "959636.71")
  }

  @Test("An average keeps four decimals: 5 777 640.25 ÷ 4 390 000 = 1.3161")
  func average() throws {
    #expect(try Money("5777640.25").per(Quantity("4390000"))?.description == "1.3161")
    #expect(try Money("1").per(.zero) == nil)
  }

  @Test("A whole number's root is rounded to the nearest")
  func root() {
    for number in Int128(0)...2000 {
      let root = number.roundedSquareRoot
      // |root − √n| < ½ is (2 root − 1)² < 4 n < (2 root + 1)².
      #expect(4 * number < (2 * root + 1) * (2 * root + 1))
      #expect(root == 0 || 4 * number > (2 * root - 1) * (2 * root - 1))
    }
    let large = Int128(1) << 62
    #expect((large * large + large).roundedSquareRoot == large)
    #expect((large * large + large + 1).roundedSquareRoot == large + 1)
    #expect((large * large - 1).roundedSquareRoot == large)
  }
}
