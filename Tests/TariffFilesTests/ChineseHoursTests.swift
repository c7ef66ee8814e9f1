import Foundation
import Quantities
import Tariffs
import TestSupport
import Testing

@testable import TariffFiles

@Suite("The hours of every province are those of the table of 2025")
struct ChineseHoursTests {

  /// Provinces whose tariffs have the names of the area and nothing particular.
  static let plain = [
    "Tianjin", "Shanxi", "Liaoning", "Jilin", "Heilongjiang", "Zhejiang", "Fujian", "Jiangxi",
    "Henan", "Hunan", "Guangxi", "Hainan", "Chongqing", "Sichuan", "Guizhou", "Yunnan", "Shaanxi",
    "Gansu", "Qinghai", "Ningxia", "Xinjiang", "Shandong", "Hubei",
  ]

  static let tariffs: [HoursTable.Tariff] = {
    var found: [HoursTable.Tariff] = []
    func both(_ id: String, _ province: String, _ document: String = "") {
      for kind in ["two-part", "single-part"] {
        found.append(.init(id: "\(id)-\(kind)", province: province, document: document))
      }
    }
    for province in plain { both("cn-\(province.lowercased())", province) }
    both("cn-hebei-south", "Hebei", "1115")
    both("cn-hebei-north", "Hebei", "1711")
    both("cn-inner-mongolia-west", "Inner Mongolia", "1630")
    both("cn-inner-mongolia-east", "Inner Mongolia", "1631")
    both("cn-shaanxi-yulin", "Shaanxi")
    for zone in ["pearl-delta", "huizhou", "wings", "north"] {
      both("cn-guangdong-\(zone)", "Guangdong")
    }
    both("cn-beijing", "Beijing")
    both("cn-jiangsu", "Jiangsu")
    found.append(.init(id: "cn-beijing-single-part-below-1kV", province: "Beijing"))
    found.append(.init(id: "cn-jiangsu-single-part-below-100", province: "Jiangsu"))
    found.append(
      .init(
        id: "cn-anhui-two-part", province: "Anhui", categories: ["", "容量315千伏安及以上,两部制"]))
    for id in ["cn-anhui-two-part-below-315", "cn-anhui-single-part"] {
      found.append(.init(id: id, province: "Anhui", hasHolidays: false))
    }
    found.append(.init(id: "cn-shanghai-single-part", province: "Shanghai", categories: ["单一制"]))
    found.append(.init(id: "cn-shanghai-two-part", province: "Shanghai", categories: ["两部制"]))
    found.append(
      .init(
        id: "cn-shanghai-two-part-industry", province: "Shanghai", categories: ["两部制", "大工业用电"]))
    return found
  }()

  /// Days off by the notices 国办发明电〔2023〕7号, 〔2024〕12号 and 〔2025〕7号.
  static let daysOff: [(name: String, from: String, count: Int)] = [
    ("元旦", "2023-12-30", 3), ("春节", "2024-02-10", 8), ("清明节", "2024-04-04", 3),
    ("劳动节", "2024-05-01", 5), ("端午节", "2024-06-08", 3), ("中秋节", "2024-09-15", 3),
    ("国庆节", "2024-10-01", 7),
    ("元旦", "2025-01-01", 1), ("春节", "2025-01-28", 8), ("清明节", "2025-04-04", 3),
    ("劳动节", "2025-05-01", 5), ("端午节", "2025-05-31", 3), ("国庆节", "2025-10-01", 8),
    ("中秋节", "2025-10-06", 1),
    ("元旦", "2026-01-01", 3), ("春节", "2026-02-15", 9), ("清明节", "2026-04-04", 3),
    ("劳动节", "2026-05-01", 5), ("端午节", "2026-06-19", 3), ("中秋节", "2026-09-25", 3),
    ("国庆节", "2026-10-01", 7),
  ]
  /// Worked weekends by the same notices.
  static let worked = [
    "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14",
    "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28",
    "2025-10-11",
    "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
  ]

  static func holidays(on date: CalendarDate) throws -> [String] {
    var names: [String] = []
    for (name, from, count) in daysOff {
      let first = try #require(CalendarDate(iso: from))
      guard first <= date, date < first.adding(days: count) else { continue }
      names.append(name)
      if count >= 3 { names.append("3天及以上节假日") }
    }
    return names
  }

  static func table() throws -> HoursTable? {
    let path = TestPlaces.sharedPath("reference/china/tariffs/tou_windows_2025.csv")
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      print("skipped: \(path) is not there; TARIFFWISE_SHARED names the folder")
      return nil
    }
    return HoursTable(text)
  }

  static let book = Result {
    try TariffLibrary(folders: [TestPlaces.tariffs]).loadAll()
  }

  static func calendar(_ id: String) throws -> DayCalendar {
    let tariff = try #require(try book.get().tariffs[id], "there is no \(id)")
    return try #require(tariff.versions.last).timeOfUse
  }

  @Test(
    "17,520 half hours of 2026, months, weekends and holidays, of every tariff", arguments: tariffs)
  func year(_ tariff: HoursTable.Tariff) throws {
    guard let table = try Self.table() else { return }
    #expect(!table.rows(of: tariff).isEmpty)
    let different = try Self.different(table, tariff, from: "2026-01-01", to: "2027-01-01")
    #expect(different.isEmpty)
  }

  @Test(
    "Hours of holidays, by those of 2024 and 2025: in 2025 spring festival begins in January",
    arguments: tariffs)
  func holidays(_ tariff: HoursTable.Tariff) throws {
    guard let table = try Self.table() else { return }
    guard table.rows(of: tariff).contains(where: { !$0.holidays.isEmpty }) else { return }
    let different = try Self.different(table, tariff, from: "2024-01-01", to: "2026-01-01")
    #expect(different.isEmpty)
  }

  @Test("Zhejiang on 30 January 2025, in spring festival: deep from 10:00 to 14:00, within sharp")
  func zhejiang() throws {
    let calendar = try Self.calendar("cn-zhejiang-two-part")
    for (day, expected) in [
      ("2025-01-30", "vvvvvvvvpsddddfssppppppf"), ("2025-01-27", "vvvvvvvvpssvvffssppppppf"),
    ] {
      let date = try #require(CalendarDate(iso: day))
      let hours = (0..<24).compactMap { calendar.period(on: date, minute: $0 * 60)?.name.first }
      #expect(String(hours) == expected, "\(day)")
    }
  }

  /// The days on which a tariff's hours are not those of the table.
  static func different(
    _ table: HoursTable, _ tariff: HoursTable.Tariff, from start: String, to end: String
  ) throws -> [String] {
    let rows = table.rows(of: tariff)
    let calendar = try Self.calendar(tariff.id)
    var different: [String] = []
    var known: [String: [String?]] = [:]
    let first = try #require(CalendarDate(iso: start))
    let last = try #require(CalendarDate(iso: end))
    for number in first.dayNumber..<last.dayNumber {
      let date = CalendarDate(dayNumber: number)
      let isWeekend =
        [.saturday, .sunday].contains(date.weekday) && !Self.worked.contains("\(date)")
      let holidays = try Self.holidays(on: date)
      let kind = "\(date.month.number) \(isWeekend) \(holidays)"
      let expected =
        known[kind]
        ?? HoursTable.periods(
          rows, month: date.month.number, isWeekend: isWeekend, holidays: holidays, isHot: false)
      known[kind] = expected
      let found = (0..<48).map { calendar.period(on: date, minute: $0 * 30)?.name }
      if found != expected { different.append("\(date)") }
    }
    return different
  }

  @Test("Hot days: Guangdong from 35 °C outside July to September, Sichuan from the third in a row")
  func hotDays() throws {
    guard let table = try Self.table() else { return }
    for tariff in Self.tariffs where ["Guangdong", "Sichuan"].contains(tariff.province) {
      let rows = table.rows(of: tariff)
      var weather = Weather()
      let first = try #require(CalendarDate(iso: "2025-12-25"))
      // Runs of four hot days and three cool ones, and 34.9 °C among the cool.
      for index in 0..<380 {
        weather.highest[first.adding(days: index)] =
          try index % 7 < 4 ? Quantity("35.0") : Quantity("34.9")
      }
      let calendar = try Self.calendar(tariff.id).knowing(weather)
      var different: [String] = []
      for index in 7..<372 {
        let date = first.adding(days: index)
        let isHot = tariff.province == "Guangdong" ? index % 7 < 4 : [2, 3].contains(index % 7)
        let expected = HoursTable.periods(
          rows, month: date.month.number, isWeekend: false, holidays: [], isHot: isHot)
        let found = (0..<48).map { calendar.period(on: date, minute: $0 * 30)?.name }
        if found != expected { different.append("\(date)") }
      }
      #expect(different.isEmpty, "\(tariff.id)")
    }
  }

  @Test("Every row of the table is in some tariff, but those of Tibet and Shenzhen")
  func back() throws {
    guard let table = try Self.table() else { return }
    #expect(table.rows.count == 222)
    let taken = Set(Self.tariffs.flatMap { table.rows(of: $0).map(\.line) })
    let left = table.rows.filter { !taken.contains($0.line) }
    #expect(Set(left.map(\.province)) == ["Tibet", "Shenzhen"])
    #expect(left.count == table.rows.count { ["Tibet", "Shenzhen"].contains($0.province) })
  }

  @Test("Every Chinese tariff with hours is held against the table, but that of 2013")
  func all() throws {
    let ids = try Self.book.get().tariffs.keys.filter { $0.hasPrefix("cn-") }
    #expect(
      Set(ids) == Set(Self.tariffs.map(\.id)).union(["cn-hunan-large-industry-2013"]))
  }
}
