import Quantities

/// A share as a bar of block characters.
enum Bar {
  /// At most 24 cells for the whole; eighths of a cell are drawn.
  static func text(_ share: Rate) -> String {
    let eighths = RoundingMode.halfAwayFromZero.divide(
      max(0, min(share.units, Rate.one.units)) * 24 * 8, by: Rate.one.units)
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: Int(eighths / 8)) + parts[Int(eighths % 8)]
  }
}
