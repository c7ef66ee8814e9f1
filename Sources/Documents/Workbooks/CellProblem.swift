import Quantities

/// Why a cell of a sheet cannot be read.
enum CellProblem: Sendable, Hashable {

  case noSharedString(index: String, count: Int)
  case serial(String, CellSerial.Fault, SerialEpoch)
  case badReference(String)
  case outOfOrder(String)
  case tooLong
  case tooManyColumns(String)

  var message: Message {
    switch self {
    case .noSharedString(let index, let count):
      count == 0
        ? """
        the cell refers to text \(Printable.quote(index, limit: 20)) of the workbook, which has none
        """
        : """
        the cell refers to text \(Printable.quote(index, limit: 20)) of the workbook, which has \
        \(count), counted from 0
        """
    case .serial(let text, let fault, let epoch):
      fault == .tooLate
        ? """
        \(Printable.quote(text, limit: 30)) is formatted as a date, but dates of a workbook end \
        with 9999-12-31
        """
        : """
        \(Printable.quote(text, limit: 30)) is formatted as a date, but dates of a workbook begin \
        with \(epoch == .from1904 ? "1904" : "1900")-01-01
        """
    case .badReference(let text):
      """
      \(Printable.quote(text, limit: 20)) was read as the place of a row or cell, but a name such as \
      B7 is expected, up to XFD1048576
      """
    case .outOfOrder(let text):
      "\(Printable.quote(text, limit: 20)) stands twice or behind a later row or cell"
    case .tooLong:
      "the cell is longer than the 32767 characters that a cell of a workbook can hold"
    case .tooManyColumns(let cell):
      "the cell \(cell) stands behind column \(TableRecords.columnLimit), the last one that is read"
    }
  }

  var hint: Message? {
    switch self {
    case .serial: "correct the date, or format the cell as a number"
    case .noSharedString, .badReference, .outOfOrder:
      "open the workbook in a spreadsheet program and save it anew"
    case .tooLong, .tooManyColumns: nil
    }
  }
}
