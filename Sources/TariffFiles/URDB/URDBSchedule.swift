import Quantities

/// The period of each hour: twelve rows of twenty-four for weekdays, and as many for weekends.
struct URDBSchedule: Hashable {

  /// Periods by hour, of one month.
  struct MonthHours: Hashable {
    let weekday: [Int]
    let weekend: [Int]
  }

  /// January to December.
  let months: [MonthHours]

  /// Months with the same hours.
  struct Season {
    let months: MonthSet
    let hours: MonthHours
  }

  /// The months by their hours, in the order of their first months.
  var seasons: [Season] {
    var order: [MonthHours] = []
    for hours in months where !order.contains(hours) { order.append(hours) }
    return order.map { hours in
      Season(months: MonthSet((1...12).filter { months[$0 - 1] == hours }), hours: hours)
    }
  }

  /// The periods that have hours, in order.
  var periods: [Int] { Set(months.flatMap { $0.weekday + $0.weekend }).sorted() }

  /// The months in which a period has hours.
  func months(of period: Int) -> MonthSet {
    MonthSet(
      (1...12).filter {
        months[$0 - 1].weekday.contains(period) || months[$0 - 1].weekend.contains(period)
      })
  }

  /// Whether the hour never matters, but at most the month.
  var isMonthly: Bool {
    months.allSatisfy { Set($0.weekday + $0.weekend).count == 1 }
  }
}
