import Foundation
import Quantities

/// The table of provincial hours of 2025, read without any help of the program.
struct HoursTable {
  struct Row {
    let province: String
    let document: String
    let band: String
    /// Half hours, 0 to 47.
    let halfHours: Set<Int>
    let months: Set<Int>
    let weekendMonths: Set<Int>
    let holidays: [String]
    let category: String
    let temperature: String
    let line: Int
  }

  let rows: [Row]

  init(_ text: String) {
    var rows: [Row] = []
    for (index, line) in text.split(whereSeparator: \.isNewline).enumerated().dropFirst() {
      let cells = Self.cells(line)
      rows.append(
        Row(
          province: cells[0], document: cells[2], band: cells[3],
          halfHours: Self.halfHours(cells[4]), months: Self.months(cells[5]),
          weekendMonths: Self.months(cells[6]),
          holidays: cells[7].split(separator: ",").map(String.init), category: cells[8],
          temperature: cells[9], line: index + 1))
    }
    self.rows = rows
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  private static func months(_ text: String) -> Set<Int> {
    text == "1-12" ? Set(1...12) : Set(text.split(separator: ",").compactMap { Int($0) })
  }

  private static func halfHours(_ text: String) -> Set<Int> {
    var result: Set<Int> = []
    for window in text.split(separator: ",") {
      let ends = window.split(separator: "-").map { end -> Int in
        let parts = end.split(separator: ":").compactMap { Int($0) }
        return parts[0] * 2 + parts[1] / 30
      }
      // A window that ends before it begins goes past midnight.
      result.formUnion(
        ends[0] < ends[1] ? ends[0]..<ends[1] : ends[0]..<48)
      if ends[1] <= ends[0] { result.formUnion(0..<ends[1]) }
    }
    return result
  }

  /// What a tariff takes from the table.
  struct Tariff: Sendable {
    let id: String
    let province: String
    var document = ""
    var categories: Set<String> = [""]
    /// Whether the deep valley of holidays is the tariff's.
    var hasHolidays = true
  }

  func rows(of tariff: Tariff) -> [Row] {
    rows.filter {
      $0.province == tariff.province
        && (tariff.document.isEmpty || $0.document.contains(tariff.document))
        && tariff.categories.contains($0.category)
        && (tariff.hasHolidays || $0.holidays.isEmpty)
    }
  }

  /// The period of each half hour of a day: deep goes before sharp, sharp before peak and valley,
  /// these before flat.
  static func periods(
    _ rows: [Row], month: Int, isWeekend: Bool, holidays: [String], isHot: Bool
  ) -> [String?] {
    let fitting = rows.filter { row in
      row.months.contains(month)
        || isWeekend && row.weekendMonths.contains(month)
        || row.holidays.contains(where: holidays.contains)
        || isHot && !row.temperature.isEmpty
    }
    return (0..<48).map { halfHour in
      let here = fitting.filter { $0.halfHours.contains(halfHour) }.map(\.band)
      return ["deep", "sharp", "peak", "valley", "flat"].first(where: here.contains)
    }
  }
}
