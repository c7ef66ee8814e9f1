import Tariffs

/// A calendar as it was read.
struct ReadCalendar {

  let calendar: DayCalendar

  /// The months in which each period has hours, by the period's position.
  let months: [Set<Int>]

  /// Where it stands; nothing for the one of tariffs that have none.
  let element: ElementReader?

  /// The periods' names, in order.
  var names: [String] { calendar.periods.map(\.name) }
}
