import Foundation
import Quantities
import Tariffs
import TestSupport
import Testing

@testable import TariffFiles

@Suite("The prices of every grid are those that were published")
struct ChinesePricesTests {

  /// Areas by the codes of the table of transmission prices.
  static let areas: [String: String] = [
    "BJ": "beijing", "TJ": "tianjin", "HE": "hebei-south", "HE_JB": "hebei-north", "SX": "shanxi",
    "NM_E": "inner-mongolia-east", "NM_W": "inner-mongolia-west", "LN": "liaoning", "JL": "jilin",
    "HL": "heilongjiang", "SH": "shanghai", "JS": "jiangsu", "ZJ": "zhejiang", "AH": "anhui",
    "FJ": "fujian", "JX": "jiangxi", "SD": "shandong", "HA": "henan", "HB": "hubei", "HN": "hunan",
    "GD": "guangdong", "GX": "guangxi", "HI": "hainan", "CQ": "chongqing", "SC": "sichuan",
    "GZ": "guizhou", "YN": "yunnan", "SN": "shaanxi", "SN_YL": "shaanxi-yulin", "GS": "gansu",
    "QH": "qinghai", "NX": "ningxia", "XJ": "xinjiang",
  ]
  static let voltages: [String: [Voltage]] = [
    "<1 kV": [.below1kV], "1-10(20) kV": [.from1To10kV, .kV20], "1-10 kV": [.from1To10kV],
    "35 kV": [.kV35], "35-110 kV (merged)": [.kV35, .kV66, .kV110], "110 kV": [.kV110],
    "110(66) kV": [.kV66, .kV110], ">=220 kV": [.kV220, .kV330],
  ]

  /// The cell of a tariff at a voltage on a day; nothing where no row serves it.
  static func price(
    _ tariff: Tariff, _ voltage: Voltage, _ column: String, on day: String = "2026-08-01"
  ) throws -> Price?? {
    let date = try #require(CalendarDate(iso: day))
    let rows = try ChineseHoursTests.book.get().pages(for: tariff, on: date)
      .filter { $0.columns.contains(column) }.flatMap(\.rows)
      .filter { $0.tariff == tariff.id && $0.voltages?.contains(voltage) ?? true }
    return rows.first.map { $0.prices[column] }
  }

  @Test("Every cell of the fourth period, in the tariff and at the voltages it is for, and no more")
  func transmission() throws {
    let path = TestPlaces.sharedPath("reference/china/tariffs/td_2026_fourth_period.csv")
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      print("skipped: \(path) is not there; TARIFFWISE_SHARED names the folder")
      return
    }
    let book = try ChineseHoursTests.book.get()
    var compared = 0
    var served: [String: Set<Voltage>] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      // Guangdong's name has a comma in it.
      let cells = line.replacing("ex-Shenzhen, provincial", with: "ex-Shenzhen provincial")
        .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let area = "cn-\(try #require(Self.areas[cells[0]]))"
      let levels = try #require(Self.voltages[cells[2]])
      for tariff in book.tariffs.values where tariff.area == area {
        guard tariff.versions.last?.inForce.to == nil else { continue }
        let isTwoPart = tariff.id.contains("two-part")
        let printed =
          isTwoPart
          ? [("transmission", cells[4]), ("demand", cells[5]), ("capacity", cells[6])]
          : [("transmission", cells[3])]
        // Beijing's low voltage has a tariff of its own.
        if area == "cn-beijing", !isTwoPart,
          tariff.id.hasSuffix("below-1kV") != (levels == [.below1kV])
        {
          continue
        }
        let isBlank = isTwoPart && cells[4].isEmpty && cells[5].isEmpty
        for voltage in levels where !isBlank {
          served[tariff.id, default: []].insert(voltage)
          for (column, figure) in printed {
            let found = try Self.price(tariff, voltage, column)
            let expected: Price? = figure.isEmpty ? nil : try Price(figure)
            #expect(found == .some(expected), "\(tariff.id) \(voltage) \(column)")
            compared += 1
          }
          let funds = try Self.price(tariff, voltage, "funds")
          let own = tariff.id == "cn-guangxi-single-part" ? "0.051825" : cells[8]
          #expect(try funds == .some(own.isEmpty ? nil : Price(own)), "\(tariff.id) funds")
        }
      }
    }
    #expect(compared > 900)
    for tariff in book.tariffs.values where tariff.versions.last?.inForce.to == nil {
      guard tariff.area.hasPrefix("cn-") else { continue }
      for voltage in Voltage.allCases {
        let found = try Self.price(tariff, voltage, "transmission")
        #expect(
          (found != nil) == served[tariff.id, default: []].contains(voltage),
          "\(tariff.id) \(voltage)")
      }
    }
  }

  @Test("A kilowatt costs 1.57 to 1.61 times a kilovolt-ampere in every grid")
  func ratio() throws {
    for page in try ChineseHoursTests.book.get().pages["cn"] ?? [] {
      for row in page.rows {
        guard let demand = row.prices["demand"], let capacity = row.prices["capacity"] else {
          continue
        }
        let ratio = demand.units * 1000 / capacity.units
        // Beijing's are 52, 48 and 45 to 33, 30 and 28: 1.575, 1.6 and 1.607.
        #expect((1562...1608).contains(ratio), "\(row.rule.citation)")
      }
    }
  }

  /// How a period's price stands to the flat one, where the tariff says so.
  static func ratio(_ id: String, _ period: PeriodName, in month: Int) throws -> Rate {
    let version = try #require(try ChineseHoursTests.book.get().tariffs[id]?.versions.last)
    let entry = try #require(version.energyCharge?.price(of: period, in: month))
    switch entry.tiers.first?.formula {
    case .times(let ratio), .published(let ratio?): return ratio
    default: throw MissingRatio(period: period)
    }
  }

  struct MissingRatio: Error { let period: PeriodName }

  @Test(
    "Beijing in July 2024 and Chongqing in February 2025 follow from one base, to the last digit")
  func pages() throws {
    // Base: (peak - valley) ÷ the difference of their ratios, to six digits.
    // Beijing (0.926841 - 0.435829) ÷ 1.2 = 0.4091767, of which 0.409176 gives all four; Chongqing
    // (1.133067 - 0.379188) ÷ 1.22 = 0.6179336, of which 0.617934 gives all three.
    let cases: [(id: String, day: String, base: String, cells: [PeriodName: String])] = [
      (
        "cn-beijing-two-part", "2024-07-15", "0.409176",
        [.sharp: "1.057777", .peak: "0.926841", .flat: "0.681335", .valley: "0.435829"]
      ),
      (
        "cn-chongqing-two-part", "2025-02-15", "0.617934",
        [.peak: "1.133067", .flat: "0.762307", .valley: "0.379188"]
      ),
    ]
    for (id, day, base, cells) in cases {
      let tariff = try #require(try ChineseHoursTests.book.get().tariffs[id])
      let month = try #require(CalendarDate(iso: day)).month.number
      let flat = try Price(try #require(cells[.flat]))
      for (period, printed) in cells {
        let found = try Self.price(tariff, .from1To10kV, period.name, on: day)
        #expect(try found == .some(Price(printed)))
        let ratio = try Self.ratio(id, period, in: month)
        let recomputed = flat + (try Price(base)).times(ratio - .one)
        #expect(try recomputed.rounded(digits: 6) == Price(printed), "\(id) \(period)")
      }
    }
  }

  @Test("Shandong's eight months of 2026: 40 cells as printed, each within 0.0003 of its ratio")
  func shandong() throws {
    let path = TestPlaces.sharedPath("reference/china/tariffs/monthly_tables.md")
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      print("skipped: \(path) is not there; TARIFFWISE_SHARED names the folder")
      return
    }
    let tariff = try #require(try ChineseHoursTests.book.get().tariffs["cn-shandong-two-part"])
    let rows = text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("| 2026-0") }
    #expect(rows.count == 8)
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let day = "\(cells[0])-10"
      let flat = try Price(cells[3])
      let base = try Price(cells[6])
      for (period, printed) in zip([PeriodName.sharp, .peak, .flat, .valley, .deep], cells[1...5]) {
        let found = try Self.price(tariff, .kV110, period.name, on: day)
        #expect(try found == .some(Price(printed)), "\(cells[0]) \(period)")
        // The summer months print a deep price, but have no deep hours.
        let month = period == .deep ? 1 : Int(cells[0].suffix(2)) ?? 0
        let ratio = try Self.ratio(tariff.id, period, in: month)
        let difference = try Price(printed) - (flat + base.times(ratio - .one))
        #expect(abs(difference.units) <= (try Price("0.0003")).units, "\(cells[0]) \(period)")
      }
      let transmission = try Self.price(tariff, .kV110, "transmission", on: day)
      #expect(try transmission == .some(Price(cells[0] == "2026-08" ? "0.1060" : "0.1191")))
    }
  }

  @Test(
    "Of Hubei's 28 cells of January 2026 24 follow from ratios to the last digit, four are marked")
  func hubei() throws {
    let book = try ChineseHoursTests.book.get()
    let day = try #require(CalendarDate(iso: "2026-01-15"))
    var exact = 0
    var cells = 0
    for id in ["cn-hubei-two-part", "cn-hubei-single-part"] {
      let tariff = try #require(book.tariffs[id])
      let energy = try #require(tariff.version(on: day)?.energyCharge)
      for row in try #require(book.page(for: tariff, on: day)).rows where row.tariff == id {
        let components = try energy.components.map {
          EnergyCharge.PricedComponent(
            component: $0, price: try #require(row.prices[$0.name]))
        }
        for entry in energy.periods {
          let formula = try #require(entry.tiers.first).formula
          let price = EnergyCharge.price(
            formula, literal: nil, components: components,
            rounding: try #require(tariff.version(on: day)).rounding)
          cells += 1
          exact += row.prices[entry.period.name] == price ? 1 : 0
        }
      }
    }
    #expect(cells == 28)
    #expect(exact == 24)
  }
}
