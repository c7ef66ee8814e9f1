import Documents
import Quantities

/// Why the cells of a table cannot be told apart; such a file is refused as a whole.
enum RowProblem: Error {
  /// A quoted cell without its second quote.
  case unclosedQuote(at: Int)
  /// Something other than a separator behind a quoted cell.
  case textBehindQuote(at: Int)
  /// A carriage return inside a row.
  case strayReturn(at: Int)
  /// More cells than any table of readings has.
  case tooManyCells(at: Int)
  /// A cell longer than any figure or name.
  case longCell(at: Int)
  /// A row longer than any row of readings.
  case longRow(at: Int)

  /// The offset it is about.
  var offset: Int {
    switch self {
    case .unclosedQuote(let offset), .textBehindQuote(let offset), .strayReturn(let offset),
      .tooManyCells(let offset), .longCell(let offset), .longRow(let offset):
      return offset
    }
  }

  /// One sentence.
  var message: Message {
    switch self {
    case .unclosedQuote: return "the quote that opens this cell is never closed"
    case .textBehindQuote: return "a separator is expected behind the quote that closes the cell"
    case .strayReturn: return "a carriage return stands inside a row"
    case .tooManyCells: return "the row has more than \(RowSplitter.mostCells) cells"
    case .longCell: return "the cell is longer than \(RowSplitter.longestCell) bytes"
    case .longRow: return "the row is longer than \(RowSplitter.longestRow) bytes"
    }
  }

  /// A correction to try.
  var hint: Message? {
    switch self {
    case .textBehindQuote: return "a quote inside a quoted cell is written twice"
    case .strayReturn: return "save the file with one kind of line end"
    default: return nil
    }
  }

  /// The diagnostic; offsets count from `base`.
  func error(in text: LoadText, base: Int) -> DiagnosticsError {
    LoadFault(text: text).error(
      "load-rows", at: (base + offset)..<(base + offset + 1), message, hint: hint)
  }
}
