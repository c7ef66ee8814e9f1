import Foundation
import Quantities
import Tariffs
import TestSupport
import Testing

@testable import TariffFiles

@Suite("The ratios of every province are those of its notice")
struct ChineseRatiosTests {

  private static func both(_ grids: String...) -> [String] {
    grids.flatMap { ["cn-\($0)-two-part", "cn-\($0)-single-part"] }
  }

  /// Months of the dear half of the year in Anhui and Shanghai.
  private static let dear: Set<Int> = [1, 7, 8, 9, 12]
  private static let cheap = Set(1...12).subtracting(dear)
  private static let summer: Set<Int> = [6, 7, 8]

  /// By the notices of 2021 to 2025, as the notes of monthly price tables quote them.
  static let notices: [PeriodRatios] = [
    // 皖发改价格〔2025〕302号: +84.3 %, else +74 %; -61.8 %; deep 20 % less than valley.
    .init(
      tariffs: ["cn-anhui-two-part"], months: dear, peak: 843, valley: -618, deep: .onBand(-200)),
    .init(
      tariffs: ["cn-anhui-two-part"], months: cheap, peak: 740, valley: -618, deep: .onBand(-200)),
    .init(
      tariffs: ["cn-anhui-two-part-below-315", "cn-anhui-single-part"], months: dear, peak: 843,
      valley: -618),
    .init(
      tariffs: ["cn-anhui-two-part-below-315", "cn-anhui-single-part"], months: cheap, peak: 740,
      valley: -618),
    // 京发改规〔2023〕11号: 1.6 : 1 : 0.4; 1.8 : 1 : 0.3; 1.71 : 1 : 0.36; sharp +20 % on peak.
    .init(tariffs: ["cn-beijing-two-part"], peak: 600, valley: -600, sharp: .onBand(200)),
    .init(tariffs: ["cn-beijing-single-part"], peak: 800, valley: -700, sharp: .onBand(200)),
    .init(
      tariffs: ["cn-beijing-single-part-below-1kV"], peak: 710, valley: -640, sharp: .onBand(200)),
    .init(tariffs: both("chongqing"), peak: 600, valley: -620, sharp: .onBand(200)),
    .init(tariffs: both("fujian"), peak: 580, valley: -630, sharp: .onFlat(800)),
    // 粤发改价格〔2021〕331号: 1.7 : 1 : 0.38, sharp +25 % on peak.
    .init(
      tariffs: both(
        "guangdong-pearl-delta", "guangdong-huizhou", "guangdong-wings", "guangdong-north"),
      peak: 700, valley: -620, sharp: .onBand(250)),
    .init(tariffs: both("guizhou"), peak: 600, valley: -600),
    .init(tariffs: both("hainan"), peak: 700, valley: -600, sharp: .onBand(200)),
    .init(tariffs: both("heilongjiang", "yunnan"), peak: 500, valley: -500),
    // 鄂发改价管〔2024〕77号: 2.0 : 1.49 : 1 : 0.45.
    .init(tariffs: both("hubei"), peak: 490, valley: -550, sharp: .onFlat(1000)),
    .init(tariffs: both("hunan", "sichuan"), peak: 600, valley: -600, sharp: .onBand(200)),
    // 内发改价费字〔2023〕1630号: 1.68 : 1 : 0.48, from June to August 1.54 : 1 : 0.44.
    .init(
      tariffs: both("inner-mongolia-west"), months: Set(1...12).subtracting(summer), peak: 680,
      valley: -520),
    .init(
      tariffs: both("inner-mongolia-west"), months: summer, peak: 540, valley: -560,
      sharp: .onBand(200), deep: .onBand(-200)),
    .init(
      tariffs: both("inner-mongolia-east"), peak: 680, valley: -520, sharp: .onBand(200),
      deep: .onBand(-200)),
    // 苏发改价格发〔2025〕426号: +80 %; from 100 kVA +70 %, below +60 %; -65 %.
    .init(tariffs: ["cn-jiangsu-two-part"], peak: 800, valley: -650),
    .init(tariffs: ["cn-jiangsu-single-part"], peak: 700, valley: -650),
    .init(tariffs: ["cn-jiangsu-single-part-below-100"], peak: 600, valley: -650),
    .init(
      tariffs: both("jiangxi"), peak: 600, valley: -600, sharp: .onFlat(800), deep: .onFlat(-700)),
    .init(tariffs: both("jilin"), peak: 550, valley: -550),
    .init(tariffs: both("qinghai"), peak: 630, valley: -650),
    .init(
      tariffs: both("shaanxi", "shaanxi-yulin"), peak: 700, valley: -700, sharp: .onFlat(900)),
    .init(
      tariffs: both("shandong"), peak: 700, valley: -700, sharp: .onFlat(1000), deep: .onFlat(-900)),
    // 沪发改价管〔2022〕50号: +80 and -60 %, else +60 and -50 %; +20 and -45 %, else +17 and -45 %.
    .init(
      tariffs: ["cn-shanghai-two-part"], months: dear, peak: 800, valley: -600, sharp: .onBand(250)),
    .init(tariffs: ["cn-shanghai-two-part"], months: cheap, peak: 600, valley: -500),
    .init(
      tariffs: ["cn-shanghai-two-part-industry"], months: dear, peak: 800, valley: -600,
      sharp: .onBand(250), deep: .onFlat(-800)),
    .init(
      tariffs: ["cn-shanghai-two-part-industry"], months: cheap, peak: 600, valley: -500,
      deep: .onFlat(-800)),
    .init(tariffs: ["cn-shanghai-single-part"], months: dear, peak: 200, valley: -450),
    .init(tariffs: ["cn-shanghai-single-part"], months: cheap, peak: 170, valley: -450),
    .init(tariffs: both("shanxi"), peak: 600, valley: -550, sharp: .onBand(200)),
    .init(tariffs: both("tianjin"), peak: 500, valley: -540),
    .init(
      tariffs: both("xinjiang"), peak: 750, valley: -750, sharp: .onFlat(1000), deep: .onFlat(-900)),
  ]

  /// Grids whose notices were not found, or have windows alone.
  static let unknown = both(
    "gansu", "guangxi", "hebei-north", "hebei-south", "henan", "liaoning", "ningxia", "zhejiang")

  /// The parts of the price that follow the hours, where it is known of all parts.
  static let bases: [(grids: [String], parts: Set<String>)] = [
    (
      [
        "beijing", "fujian", "heilongjiang", "jiangsu", "jiangxi", "jilin", "qinghai", "shaanxi",
        "xinjiang", "yunnan",
      ], ["purchase"]
    ),
    (["gansu", "hubei"], ["purchase", "line-loss"]),
    (["hainan", "tianjin"], ["purchase", "transmission"]),
    (["guangdong"], ["purchase", "line-loss", "transmission", "zone", "system"]),
    (
      ["shandong"],
      ["purchase", "capacity-compensation", "line-loss", "pumped-storage", "coal-capacity"]
    ),
  ]

  private static func energy(_ id: String) throws -> EnergyCharge {
    let tariff = try #require(try ChineseHoursTests.book.get().tariffs[id], "there is no \(id)")
    return try #require(tariff.versions.last?.energyCharge)
  }

  @Test("Peak, valley, sharp and deep of each month, and no period the notice does not have")
  func ratios() throws {
    for notice in Self.notices {
      for id in notice.tariffs {
        for entry in try Self.energy(id).periods {
          let months = notice.months.filter(entry.months.contains)
          guard !months.isEmpty else { continue }
          let found: Rate?
          switch entry.tiers.first?.formula {
          case .times(let ratio): found = ratio
          case .published(let ratio): found = ratio
          default: found = nil
          }
          let expected = notice.ratio(of: entry.period)
          #expect(expected != nil && found == expected, "\(id) \(entry.period) \(months.sorted())")
        }
        let named = Set(try Self.energy(id).periods.map(\.period))
        for period in [PeriodName.sharp, .peak, .valley, .deep] {
          #expect(notice.ratio(of: period) == nil || named.contains(period), "\(id) \(period)")
        }
      }
    }
  }

  @Test("Every tariff that is held against the table of hours has a notice, or none was found")
  func all() throws {
    let known = Self.notices.flatMap(\.tariffs)
    #expect(Set(known + Self.unknown) == Set(ChineseHoursTests.tariffs.map(\.id)))
    for id in Set(known) {
      let months = Self.notices.filter { $0.tariffs.contains(id) }.flatMap(\.months)
      #expect(months.sorted() == Array(1...12), "\(id)")
    }
    for id in Self.unknown {
      for entry in try Self.energy(id).periods where entry.period != .flat {
        #expect(entry.tiers.map(\.formula) == [.published(ratio: nil)], "\(id) \(entry.period)")
      }
    }
  }

  @Test("Ratios are on the purchase price and on what else the notes of price tables name")
  func base() throws {
    for (id, energy) in try ChineseHoursTests.tariffs.map({ ($0.id, try Self.energy($0.id)) }) {
      let base = Self.bases.first { $0.grids.contains { id.hasPrefix("cn-\($0)-") } }
      if let base {
        #expect(Set(energy.components.filter(\.floats).map(\.name)) == base.parts, "\(id)")
      }
      for entry in energy.periods where entry.period != .flat {
        for tier in entry.tiers {
          // Where it is not known of one part or more, no price is worked out from a ratio.
          if case .published = tier.formula {
            #expect(base == nil || Self.unknown.contains(id), "\(id) \(entry.period)")
          } else {
            #expect(base != nil, "\(id) \(entry.period)")
          }
        }
      }
    }
  }

  @Test("1.5 times the purchase price, and of no other part, for who left the market: 809号")
  func multiples() throws {
    for tariff in ChineseHoursTests.tariffs {
      for component in try Self.energy(tariff.id).components {
        #expect(
          component.multiples
            == (component.name == "purchase" ? [.agentOneAndAHalf: try Rate("1.5")] : [:]),
          "\(tariff.id) \(component.name)")
      }
    }
  }

  @Test("Up to 100 kVA are billed single-part, in their own grid; above it two-part: 526号")
  func fallbacks() throws {
    for tariff in ChineseHoursTests.tariffs where tariff.id.contains("two-part") {
      let version = try #require(
        try ChineseHoursTests.book.get().tariffs[tariff.id]?.versions.last)
      func fallback(_ capacity: Power) -> String? {
        version.eligibility.first { $0.capacity.contains(capacity) }?.fallback
      }
      let grid = try #require(tariff.id.components(separatedBy: "-two-part").first)
      #expect(fallback(Power(100)) == "\(grid)-single-part", "\(tariff.id)")
      // Anhui's own ratios of deep hours begin with 315 kVA.
      let isAnhui = tariff.id == "cn-anhui-two-part"
      #expect(
        fallback(try Power("100.001")) == (isAnhui ? "cn-anhui-two-part-below-315" : nil),
        "\(tariff.id)")
      #expect(fallback(Power(315)) == nil, "\(tariff.id)")
    }
    for id in ["cn-jiangsu-two-part", "cn-jiangsu-single-part"] {
      let version = try ChineseHoursTests.book.get().tariffs[id]?.versions.last
      let rule = version?.eligibility.first { $0.capacity.contains(Power(99)) }
      #expect(rule?.fallback == "cn-jiangsu-single-part-below-100")
    }
  }
}
