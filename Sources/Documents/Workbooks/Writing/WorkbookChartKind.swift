/// What a chart of a workbook looks like.
package enum WorkbookChartKind: Sendable, Hashable, CaseIterable {
  case columns
  case stackedColumns
  case lines

  /// Points whose places below come from numbers too.
  case scatter
}
