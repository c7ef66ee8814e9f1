/// The look of a cell: the format of its value and the kind of row it stands in.
struct WorkbookStyle: Sendable, Hashable {

  /// A kind of row.
  enum Row: Sendable, Hashable {
    case heading
    case body
    case total
  }

  let format: WorkbookFormat
  let row: Row

  /// Whether a text is broken into lines where it is wider than its column.
  let wraps: Bool
}
