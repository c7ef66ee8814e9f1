import Quantities

/// Fractions as percentages for reading.
enum PercentWords {
  /// `48.9 %`: one digit after the point.
  static func share(_ rate: Rate) -> String {
    NumberStyle.grouped.number(Rate(units: rate.units * 100), digits: 1) + " %"
  }
}
