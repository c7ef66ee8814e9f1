/// A chart a workbook draws from columns of an exhibit's table.
struct ExhibitChart: Sendable, Hashable {
  /// What it looks like.
  enum Kind: Sendable, Hashable {
    case columns, stackedColumns, lines, scatter
  }

  let kind: Kind
  /// The column below the values.
  let below: Int
  /// The columns whose values are drawn.
  let values: [Int]
  /// The name of the axis beside, with its unit.
  let beside: String
}
