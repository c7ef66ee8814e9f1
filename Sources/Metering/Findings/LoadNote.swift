import Quantities

/// What a reader made of a file, for the report: nothing of it was in doubt.
package enum LoadNote: Sendable, Hashable {
  /// The text was decoded from another encoding than UTF-8.
  case encoding(String)
  /// The cells are not separated by commas.
  case separator(Message)
  /// Lines above the heading that were left out.
  case preamble(lines: Int)
  /// The sheet of a workbook that was read.
  case sheet(String)
  /// Values of a sheet that are stored as text.
  case textNumbers(count: Int)
  /// A heading put together from several rows.
  case headingRows(Int)
  /// The column of values that the user named.
  case column(String)
  /// Columns that were not read.
  case ignoredColumns([String])
  /// How stamps were found to mark the start or the end of their intervals.
  case stamps(StampSide, because: Message)
  /// How day and month were told apart.
  case dateOrder(DateOrder, because: Message)
  /// The factor values were multiplied by.
  case multiplier(String)
  /// A unit given from outside, in place of the heading's.
  case unit(String, heading: String?)
  /// Rows that repeat the heading.
  case repeatedHeading(count: Int)
  /// Rows of sums or averages below the data.
  case footer(String, line: Int)
  /// Said of the streams of a NEM12 file.
  case nem12(NEM12Note)
  /// Said of a table that was read row by row.
  case rows(RowsNote)

  /// One sentence in English.
  package var text: String { sentence.description }

  /// One sentence.
  package var sentence: Message {
    switch self {
    case .encoding(let name): return "the text was decoded from \(name)"
    case .separator(let name): return "the cells are separated by \(name)"
    case .preamble(let lines):
      return "left out above the heading: \(Message.counted(lines, "line"))"
    case .sheet(let name): return "the sheet \"\(name)\" was read"
    case .textNumbers(let count):
      return "read as numbers: \(Message.counted(count, "value")) stored as text"
    case .headingRows(let count): return "the headings were put together from \(count) rows"
    case .column(let name):
      return "values are those of the column \"\(name)\", as given by the user"
    case .ignoredColumns(let names):
      let shown = names.prefix(12).map { Message(verbatim: "\"\($0)\"") }
        .joined(separator: ", ")
      let more: Message = names.count > 12 ? " and \(names.count - 12) more" : ""
      return "columns not read: \(shown)\(more)"
    case .stamps(let side, let because):
      return "stamps mark the \(side.rawValue) of their intervals: \(because)"
    case .dateOrder(let order, let because): return "dates are \(order.words): \(because)"
    case .multiplier(let factor): return "values were multiplied by \(factor)"
    case .unit(let unit, let heading):
      guard let heading else { return "values are in \(unit), as given by the user" }
      return "values are in \(unit), as given by the user, though the heading is \"\(heading)\""
    case .repeatedHeading(let count):
      return "left out: \(Message.counted(count, "row")) like the heading"
    case .footer(let text, let line):
      return "line \(line) is not a reading and was left out: \(text)"
    case .nem12(let note): return note.sentence
    case .rows(let note): return note.sentence
    }
  }
}
