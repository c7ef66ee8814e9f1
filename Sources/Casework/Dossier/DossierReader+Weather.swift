import Documents
import Quantities
import Tariffs

extension DossierReader {
  private static let weatherHeadings = HeadingVocabulary([
    HeadingEntry("date", ["日期"]), HeadingEntry("max_celsius", ["最高气温", "日最高气温"]),
  ])

  /// Reads `weather.csv`: the highest temperature of each day, by which tariffs know hot days.
  mutating func readWeather(_ path: String) -> Weather? {
    let table = problems.collect { () throws(DiagnosticsError) -> Table in
      try Table.read(
        path: path, vocabulary: Self.weatherHeadings, required: ["date", "max_celsius"])
    }
    guard let table else { return nil }
    var weather = Weather()
    var lines: [CalendarDate: Int] = [:]
    for row in table.rows {
      let day = needed(row, "date", code: "weather-value").flatMap {
        date($0, code: "weather-value")
      }
      let highest = needed(row, "max_celsius", code: "weather-value").flatMap {
        number($0) { text throws(NumberError) in try Quantity(text) }
      }
      guard let day, let highest else { continue }
      if let line = lines[day] {
        problems.add(
          row.diagnostic(
            code: "weather-twice",
            message: "\(day) stands a second time; first in line \(line)"))
        continue
      }
      lines[day] = row.line
      weather.highest[day] = highest
    }
    return weather
  }
}
