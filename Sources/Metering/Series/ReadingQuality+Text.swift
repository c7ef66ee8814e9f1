extension ReadingQuality {
  /// The quality a cell names: a code of ESPI's `QualityOfReading`, or a word.
  init(_ text: String) {
    switch text.lowercased() {
    case "", "a", "act", "actual", "valid", "ok", "good", "实测", "正常": self = .actual
    case "e", "est", "estimated", "估算", "估计": self = .estimated
    case "s", "f", "substituted", "substitute", "final", "替代", "补录": self = .substituted
    case "edited", "修改": self = .edited
    case let digits: self = Int(digits).map { GreenButtonQuality.quality($0) } ?? .other
    }
  }
}
