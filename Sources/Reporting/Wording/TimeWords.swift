import Quantities

/// Moments in words.
enum TimeWords {
  /// `2026-01-15 10:15`.
  static func moment(_ time: LocalTime) -> String {
    time.text(joint: " ")
  }
}
