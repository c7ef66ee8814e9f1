import Quantities

/// Moments in words.
enum TimeWords {
  /// `2026-01-15 10:15`.
  static func moment(_ time: LocalTime) -> String {
    String(time.description.map { $0 == "T" ? " " : $0 })
  }
}
