import Metering
import Quantities

/// A channel's days as a calendar of blocks, so that gaps can be seen.
struct ChannelCalendar {
  private static let whole: Character = "█"
  private static let part: Character = "▒"
  private static let none: Character = "·"

  private let channel: ChannelSummary

  init(_ channel: ChannelSummary) { self.channel = channel }

  /// A row of blocks for each month, with its figures.
  var lines: [String] {
    guard channel.intervalSeconds <= 86_400, !channel.months.isEmpty else { return [] }
    let style = NumberStyle.grouped
    let units = channel.measure.isReactive ? ("kvarh", say("max kvar")) : ("kWh", say("max kW"))
    var table = TextTable([
      .init(.left, gap: 0), .init(.left), .init(.right), .init(.right), .init(.point),
      .init(.point),
    ])
    table.add(["", Self.ruler, say("intervals"), say("missing"), units.0, units.1])
    let days = Dictionary(
      channel.days.map { ($0.date, $0) }, uniquingKeysWith: { first, _ in first })
    for month in channel.months {
      table.add([
        month.month.description, blocks(of: month.month, days), style.count(month.intervals),
        month.missing == 0 ? "—" : style.count(month.missing),
        style.number(month.total.quantity, atMost: 2),
        month.maximum.map { style.number($0, atMost: 2) } ?? "—",
      ])
    }
    return table.lines + legend
  }

  /// The days of the month over the blocks.
  private static let ruler: String = {
    var text = ""
    for day in [1, 5, 10, 15, 20, 25, 30] {
      while text.count < day - 1 { text += " " }
      text += String(day)
    }
    return text
  }()

  private func blocks(
    of month: Month, _ days: [CalendarDate: ChannelSummary.DaySummary]
  ) -> String {
    var text = ""
    for number in 0..<month.dayCount {
      guard let day = days[month.firstDay.adding(days: number)] else {
        text += " "
        continue
      }
      text.append(
        day.missing == 0 ? Self.whole : day.present == 0 ? Self.none : Self.part)
    }
    return text
  }

  /// What blocks that are not whole mean, where there are any.
  private var legend: [String] {
    guard channel.missing > 0 else { return [] }
    return [say("\(Self.whole) whole  \(Self.part) in part  \(Self.none) nothing")]
  }
}
