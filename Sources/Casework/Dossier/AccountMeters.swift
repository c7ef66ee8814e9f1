import Quantities

/// What the tables tell of an account's meters beside what a bill needs: how dials are read.
struct AccountMeters {
  /// A metering point.
  struct Point {
    /// Its name.
    let id: String
    /// The supply line it stands on, where there are several.
    let line: String?
    /// Whether it counts what the account is billed for.
    let isMain: Bool
    /// The multiplier of its dials, where it has its own.
    let multiplier: Rate?
  }

  /// A day on which a meter was exchanged.
  struct Change {
    /// The first day of the new meter.
    let date: CalendarDate
    /// The point or line whose meter it was; nothing where the account has one meter.
    let place: String?
  }

  /// The points, in the order of `points.csv`.
  var points: [Point] = []
  /// The exchanges, by date.
  var changes: [Change] = []

  /// The points that count what the account is billed for.
  var mainPoints: [Point] { points.filter(\.isMain) }

  /// Exchanges of a place's meter within some days.
  func changes(of place: MeterPlace, in span: DateSpan) -> [CalendarDate] {
    changes.filter { change in
      span.contains(change.date) && (change.place.map { place.names.contains($0) } ?? true)
    }.map(\.date)
  }
}
