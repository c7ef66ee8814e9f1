/// The lengths that intervals of meters have.
enum IntervalLength {
  /// How far a step between stamps may be from a length and still be taken for it. [s]
  private static let tolerance = 30

  /// The length that a step between neighbouring stamps stands for; nothing for other steps.
  static func standard(_ step: Int) -> Int? {
    StampSurvey.lengths.first { abs(step - $0) <= min(tolerance, $0 / 20) }
  }
}
