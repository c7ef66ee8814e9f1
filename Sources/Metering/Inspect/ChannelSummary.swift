import Quantities

/// What a channel of a load file holds: where it begins and ends, what it adds up to, what is
/// missing.
package struct ChannelSummary: Sendable {
  /// One month of it, by the clock of its zone.
  package struct MonthSummary: Sendable, Hashable {
    package let month: Month
    /// Energy of the readings that begin in it. [kWh or kvarh]
    package internal(set) var total = Energy.zero
    /// The highest mean power of a reading. [kW or kvar]
    package internal(set) var maximum: Power?
    /// Readings with a value.
    package internal(set) var intervals = 0
    /// Intervals without one between the channel's first reading and its last.
    package internal(set) var missing = 0
  }

  /// How much of a day there is.
  package struct DaySummary: Sendable, Hashable {
    package let date: CalendarDate
    package internal(set) var present = 0
    package internal(set) var missing = 0
  }

  package let meter: String
  package let register: String
  package let measure: SeriesMeasure
  package let unit: String
  package let direction: FlowDirection
  /// The length of most of the time. [s]
  package let intervalSeconds: Int
  /// The zone of the moments below; nothing where the file names none and the stamps are as written.
  package let zone: String?
  /// The beginning of the first reading.
  package internal(set) var start: LocalTime?
  /// The end of the last reading.
  package internal(set) var end: LocalTime?
  /// Readings with a value.
  package internal(set) var intervals = 0
  /// Intervals without one between the first reading and the last.
  package internal(set) var missing = 0
  package internal(set) var total = Energy.zero
  /// The highest mean power of a reading, and when it began. [kW or kvar]
  package internal(set) var maximum: Power?
  package internal(set) var maximumStart: LocalTime?
  /// In order; months without any reading between others are there too.
  package internal(set) var months: [MonthSummary] = []
  /// In order, likewise.
  package internal(set) var days: [DaySummary] = []

  init(
    meter: String, register: String, measure: SeriesMeasure, unit: String,
    direction: FlowDirection, intervalSeconds: Int, zone: String?
  ) {
    self.meter = meter
    self.register = register
    self.measure = measure
    self.unit = unit
    self.direction = direction
    self.intervalSeconds = intervalSeconds
    self.zone = zone
  }
}
