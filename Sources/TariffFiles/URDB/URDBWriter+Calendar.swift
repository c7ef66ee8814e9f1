import Quantities

extension URDBWriter {

  /// The hours of energy and of demand, where they matter.
  var calendars: [String] {
    var lines: [String] = []
    if !rate.energy.schedule.isMonthly { lines += calendar(rate.energy, name: "") }
    if let demand = rate.demand, !demand.schedule.isMonthly {
      lines += calendar(demand, name: "demand")
    }
    return lines
  }

  private func calendar(_ periods: URDBPeriods, name: String) -> [String] {
    let seasons = periods.schedule.seasons
    let names = Self.names(of: seasons)
    let attribute = name.isEmpty ? "" : " name=\"\(name)\""
    var lines = ["", "    <calendar\(attribute) source=\"urdb\">"]
    if seasons.count > 1 {
      for (name, season) in zip(names, seasons) {
        lines.append("      <season name=\"\(name)\" months=\"\(season.months)\"/>")
      }
    }
    for (name, season) in zip(names, seasons) {
      let attribute = seasons.count > 1 ? " season=\"\(name)\"" : ""
      let hours = season.hours
      if hours.weekday == hours.weekend {
        lines += day("\(attribute) type=\"every-day\"", hours.weekday, periods.names)
      } else {
        lines += day("\(attribute) type=\"workday\"", hours.weekday, periods.names)
        lines += day("\(attribute) type=\"weekend\"", hours.weekend, periods.names)
      }
    }
    return lines + ["    </calendar>"]
  }

  /// Two seasons are winter and summer, which has July; more have numbers.
  private static func names(of seasons: [URDBSchedule.Season]) -> [String] {
    seasons.indices.map { index in
      guard seasons.count == 2 else { return "season-\(index + 1)" }
      return seasons[index].months.contains(7) ? "summer" : "winter"
    }
  }

  /// A day, hours of the same period in one line.
  private func day(_ attributes: String, _ hours: [Int], _ names: [String]) -> [String] {
    var lines = ["      <day\(attributes)>"]
    var start = 0
    for hour in 1...24 where hour == 24 || hours[hour] != hours[start] {
      lines.append(
        """
                <hours period="\(names[hours[start]])" from="\(Self.clock(start))" \
        to="\(Self.clock(hour))"/>
        """)
      start = hour
    }
    return lines + ["      </day>"]
  }

  private static func clock(_ hour: Int) -> String { (hour < 10 ? "0" : "") + "\(hour):00" }
}
