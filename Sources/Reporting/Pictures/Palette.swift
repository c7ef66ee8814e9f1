/// Colours that people with any kind of sight tell apart, and that stay apart in grey.
enum Palette {
  /// Text.
  static let ink = "#1f2933"
  /// Text that matters less.
  static let faint = "#52606d"
  /// Axes.
  static let axis = "#7b8794"
  /// Lines behind a picture.
  static let grid = "#e4e7eb"
  /// Bounds that must not be crossed.
  static let bound = "#b42318"
  /// What is.
  static let main = "#1f5f99"
  /// What could be.
  static let goal = "#0b7a5b"
  /// What stands beside the main thing.
  static let other = "#c2570c"
  /// What is left over.
  static let rest = "#9aa5b1"

  /// Parts of a bill, by the charge's group.
  static func charge(_ group: ChargeGroup) -> String {
    switch group {
    case .basic: return "#12355b"
    case .demand: return "#7a4fa3"
    case .energy: return "#5aa9dd"
    case .funds: return "#e0a30b"
    case .powerFactor: return "#c2570c"
    case .other: return rest
    }
  }

  /// Periods: the dear ones warm, the cheap ones cool.
  static func period(_ name: String) -> String {
    switch name {
    case "sharp": return "#8f1d14"
    case "peak": return "#dd7131"
    case "flat": return "#f2d27c"
    case "valley": return "#7fb8de"
    case "deep": return "#1f5f99"
    default: return "#cbd2d9"
    }
  }

  /// Periods behind a curve, so pale that it is well seen.
  static func palePeriod(_ name: String) -> String {
    switch name {
    case "sharp": return "#f3c9c2"
    case "peak": return "#fbe0cc"
    case "flat": return "#fcf6e3"
    case "valley": return "#e3f0f9"
    case "deep": return "#c5dbee"
    default: return "#f5f7fa"
    }
  }

  /// A scale from little to much, each step darker than the one before.
  static let heat = [
    "#f7fbff", "#e1edf7", "#c8dcee", "#a3cbe0", "#74b0d6", "#4a92c6", "#2b72b2", "#12539a",
    "#0a3a74", "#06244c",
  ]
}
