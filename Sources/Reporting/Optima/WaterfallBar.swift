import Quantities

/// The bars of a waterfall: sums from the left, changes where they begin and end.
///
/// Where all changes together are a small part of the sums, the bars of sums are broken, so that
/// changes can be told from each other.
struct WaterfallBar {
  /// Cells of the longest bar.
  private static let cells: Int128 = 24
  /// Cells of a broken bar that tell nothing but that there is more.
  private static let stub = "█╱"

  /// Where the cells begin. [currency]
  private let origin: Money
  /// The largest of the sums. [currency]
  private let longest: Money

  /// Makes bars for sums of which all fit.
  init(_ sums: [Money]) {
    let longest = max(sums.max() ?? .zero, .zero)
    let shortest = max(sums.min() ?? .zero, .zero)
    self.longest = longest
    let range = longest - shortest
    let isBroken = range > .zero && range.units * 3 < longest.units
    // A third of what is drawn stays for the shortest sum.
    origin = isBroken ? shortest - Money(units: range.units / 2) : .zero
  }

  /// A sum.
  func sum(_ amount: Money) -> String {
    let bar = String(repeating: "█", count: end(of: amount))
    guard origin > .zero else { return bar }
    return Self.stub + bar.dropFirst(Self.stub.count)
  }

  /// A change from one sum to the next; one too small to be seen is a thin line.
  func change(from before: Money, to after: Money) -> String {
    guard before != after else { return "" }
    let (low, high) = (end(of: min(before, after)), end(of: max(before, after)))
    let blank = String(repeating: " ", count: low)
    guard low < high else { return blank + "▏" }
    return blank + String(repeating: after < before ? "░" : "▓", count: high - low)
  }

  private func end(of amount: Money) -> Int {
    guard longest > origin, amount > origin else { return 0 }
    return Int(
      RoundingMode.halfAwayFromZero.divide(
        (amount - origin).units * Self.cells, by: (longest - origin).units))
  }
}
