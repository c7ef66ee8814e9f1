import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

@Suite("Standard ratings and losses")
struct TransformerTypeTests {
  @Test("An S11-1000 has P0 1.15 kW, Pk 10.3 kW and Uk 4.5 %; its I0 is not known")
  func s11() throws {
    let losses = try #require(TransformerType.s11.losses(of: Power(1000)))
    #expect(try losses.noLoad == Power("1.15"))
    #expect(try losses.load == Power("10.3"))
    #expect(try losses.shortCircuitVoltage == Rate(percent: "4.5"))
    #expect(losses.noLoadCurrent == nil)
  }

  @Test("S11 no-load losses are 30: 0.10 to 1600: 1.64 kW as a second source has them")
  func s11NoLoad() throws {
    // Public library cnpower, transformers.py, s11_data.
    let seen = [
      30: "0.10", 50: "0.13", 63: "0.15", 80: "0.18", 100: "0.20", 125: "0.24", 160: "0.28",
      200: "0.34", 250: "0.40", 315: "0.48", 400: "0.57", 500: "0.68", 630: "0.81", 800: "0.98",
      1000: "1.15", 1250: "1.36", 1600: "1.64",
    ]
    let table = TransformerType.s11.table
    #expect(table.rows.count == seen.count)
    for (rating, loss) in seen {
      #expect(try TransformerType.s11.losses(of: Power(rating))?.noLoad == Power(loss))
    }
    // The same source gives the winding resistance of 1000 kVA as 1.03 %, of 315 kVA as 1.16 %.
    #expect(table.rows.first { $0.rating == 1000 }?.load == 10_300)
    #expect(table.rows.first { $0.rating == 315 }.map { ($0.load ?? 0) / 10 } == 365)
  }

  @Test("An S13-100 loses 150 W as GB 20052-2024 grade 3 does, and every S13 less than its S11")
  func s13() throws {
    #expect(try TransformerType.s13.losses(of: Power(100))?.noLoad == Power("0.15"))
    for row in TransformerType.s11.table.rows {
      let better = try #require(TransformerType.s13.losses(of: Power(row.rating)))
      #expect(better.noLoad < Power(units: Int128(row.noLoad) * 1000))
      #expect(better.load == row.load.map { Power(units: Int128($0) * 1000) })
    }
  }

  @Test("Losses grow with the rating, less than in proportion, and every rating is a standard one")
  func tables() {
    for type in TransformerType.allCases {
      let rows = type.table.rows
      for (smaller, larger) in zip(rows, rows.dropFirst()) {
        #expect(smaller.rating < larger.rating && smaller.noLoad < larger.noLoad)
        #expect(
          larger.noLoad * smaller.rating <= smaller.noLoad * larger.rating, "\(type) \(larger)")
        if let less = smaller.load, let more = larger.load { #expect(less < more) }
      }
      let standard = Set(TransformerSeries.ratings(at: .from1To10kV))
      #expect(rows.allSatisfy { standard.contains(Power($0.rating)) })
    }
  }

  @Test("What is not known is absent: 700 kVA, 2000 kVA of S11, the load loss of SCB13")
  func absent() {
    #expect(TransformerType.s11.losses(of: Power(700)) == nil)
    #expect(TransformerType.s11.losses(of: Power(2000)) == nil)
    #expect(TransformerType.scb13.losses(of: Power(1000))?.load == nil)
    #expect(TransformerType.scb13.losses(of: Power(1000)) != nil)
    #expect(TransformerType.scb10.table.confidence == .memory)
    #expect(TransformerType.s11.table.confidence == .secondary)
  }

  @Test("Ratings go from 30 to 3150 kVA at 10 kV, 50 to 31500 at 35 kV, from 6300 at 110 kV")
  func series() {
    func ends(_ voltage: Voltage) -> [Power?] {
      let ratings = TransformerSeries.ratings(at: voltage)
      return [ratings.first, ratings.last]
    }
    #expect(ends(.from1To10kV) == [Power(30), Power(3150)])
    #expect(ends(.kV35) == [Power(50), Power(31_500)])
    #expect(ends(.kV110) == [Power(6300), Power(180_000)])
    #expect(ends(.kV220).first == Power(31_500))
    #expect(TransformerSeries.ratings(at: .below1kV).isEmpty)
  }

  @Test("2x1000+630 are 1000-1, 1000-2 and 630; interlocked 2x500|630 stay together")
  func singleUnits() throws {
    let units = try TransformerSet("2x1000+630").singleUnits(as: .s11)
    #expect(units.map(\.id) == ["1000-1", "1000-2", "630"])
    #expect(Set(units.map(\.group)).count == 3)
    #expect(try units.map(\.losses?.noLoad) == [Power("1.15"), Power("1.15"), Power("0.81")])
    let locked = try TransformerSet("2x500|630").singleUnits(as: .s11)
    #expect(locked.map(\.capacity) == [Power(1000), Power(630)])
    #expect(Set(locked.map(\.group)).count == 1)
    #expect(try locked.first?.losses?.noLoad == Power("1.36"))
    #expect(try locked.first?.losses?.load == Power("10.3"))
  }
}
