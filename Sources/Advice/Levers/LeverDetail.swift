import Quantities

/// What is to be done for a lever, beyond what its setting says.
public enum LeverDetail: Sendable, Hashable {
  /// Nothing more.
  case none
  /// Batches begin at these times.
  case timetable(BatchTimetable)
  /// Capacitors of this size, where a power factor was asked for; zero where none are needed. [kvar]
  case capacitors(Power)
}
