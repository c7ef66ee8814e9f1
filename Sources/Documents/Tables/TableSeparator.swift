import Quantities

/// The character between the values of a row.
package enum TableSeparator: Sendable, Hashable, CaseIterable {

  case comma
  case semicolon
  case tab

  var byte: UInt8 {
    switch self {
    case .comma: ASCII.comma
    case .semicolon: ASCII.semicolon
    case .tab: ASCII.tab
    }
  }

  /// What to call it in a message.
  package var name: Message {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    }
  }

  /// The separator by which the heading and the first rows fall into the same number of values.
  ///
  /// Of several, the one that gives most columns; if rows differ whatever is taken, the one that
  /// gives most columns in the heading, so that the rows at fault can be shown. A file of a single
  /// column counts as separated by commas.
  package static func detect(in source: SourceText) -> TableSeparator {
    if source.sheet != nil { return .comma }
    var best: (separator: TableSeparator, isConsistent: Bool, columns: Int)?
    for separator in allCases {
      let records = TableRecords(source, separator: separator, limit: 50)
      guard records.count > 0 else { continue }
      let columns = records.fieldCount(ofRecord: 0)
      guard columns > 1 else { continue }
      let isConsistent = (0..<records.count).allSatisfy { record in
        records.fieldCount(ofRecord: record) == columns
      }
      let isBetter =
        best.map { isConsistent == $0.isConsistent ? columns > $0.columns : isConsistent } ?? true
      if isBetter { best = (separator, isConsistent, columns) }
    }
    return best?.separator ?? .comma
  }
}
