import Quantities

/// A figure of a month that its intervals do not tell, though they tell others.
public enum WithheldFigure: Sendable, Hashable {
  /// Demand: readings longer than the demand interval hide it from then on.
  case demand(from: LocalTime)
  /// Reactive energy: some intervals have active energy only, the first of them then.
  case reactive(from: LocalTime, intervals: Int)
}
