/// Lengths of time in words.
enum DurationWords {
  /// `15 min`, `1 h`, `1 day`.
  static func length(_ seconds: Int) -> String {
    switch seconds {
    case 86_400: return say("1 day")
    case let seconds where seconds >= 3600 && seconds % 3600 == 0: return say("\(seconds / 3600) h")
    case let seconds where seconds % 60 == 0: return say("\(seconds / 60) min")
    default: return say("\(seconds) s")
    }
  }
}
