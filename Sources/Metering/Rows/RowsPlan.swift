import Quantities

/// How to read a table row by row.
struct RowsPlan: Sendable {
  let reasons: Set<RowsReason>
  /// The layout, the form of stamps and the side they mark; its interval is the usual one.
  let base: LoadPlan
  /// The zone of stamps without offset.
  let zone: CivilZone?
  let numbers: NumberStyle
  /// What ends written inclusively lack. [s]
  let endShift: Int

  /// Whether a column of multipliers is checked in every row: that of dial readings is applied, and
  /// a wide file may hold both.
  var checksMultiplier: Bool {
    switch base.layout.shape {
    case .wide: return false
    case .long(let columns): return !columns.values.isEmpty
    }
  }
}
