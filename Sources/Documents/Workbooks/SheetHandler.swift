/// Writes the rows of a sheet down as lines of values between commas.
final class SheetHandler: MarkupHandler {

  /// The most bytes of a sheet's text: 256 MiB.
  static let textLimit = 256 << 20

  /// The most problems that are told.
  private static let mostProblems = 20

  /// How a cell's text is to be understood.
  private enum CellType {
    case number
    case shared
    case text
    case boolean
    case error
    case date
  }

  /// A line for each row read so far.
  private(set) var text: [UInt8] = []

  /// Problems and the place in ``text`` of their cells.
  private(set) var problems: [(problem: CellProblem, range: SourceRange)] = []

  private(set) var textNumbers: [Int: Int] = [:]
  private(set) var missingValues = 0

  /// Whether reading stopped at ``textLimit``.
  private(set) var isTooLong = false

  /// Rows that hold a value.
  private(set) var filledRows = 0

  /// Dates at midnight whose format does not say whether to show it.
  private(set) var bareDates: [(end: Int, column: Int)] = []

  /// Dates with a time of day under such a format, by column.
  private(set) var timedDates: [Int: Int] = [:]

  private let strings: SharedStrings
  private let kinds: [NumberKind]
  private let epoch: SerialEpoch
  private let rowLimit: Int

  private var row = 0
  private var column = 0
  /// The column of the row's last value.
  private var written = 0
  private var linesEnded = 0
  /// The last column with a value of any row so far.
  private var width = 0

  private var isInData = false
  private var isInCell = false
  private var isReading = false
  private var isPhonetic = false
  private var hasFormula = false
  private var hasValue = false
  private var type = CellType.number
  private var style = 0
  private var value: [UInt8] = []

  private let names: SheetNames

  /// A handler that stops after `rowLimit` rows with values.
  init(
    _ stream: MarkupStream, strings: SharedStrings, kinds: [NumberKind], epoch: SerialEpoch,
    rowLimit: Int
  ) {
    names = SheetNames(stream)
    self.strings = strings
    self.kinds = kinds
    self.epoch = epoch
    self.rowLimit = rowLimit
  }

  func elementStarted(_ element: MarkupStart, in stream: MarkupStream) {
    let name = element.name
    if name == names.cell {
      if isInData { startCell(element) }
    } else if name == names.value || name == names.content {
      isReading = isInCell && !isPhonetic
      hasValue = hasValue || isReading
    } else if name == names.row {
      if isInData { startRow(element) }
    } else if name == names.formula {
      hasFormula = true
    } else if name == names.phonetic {
      isPhonetic = true
    } else if name == names.data {
      isInData = true
    }
  }

  func elementEnded(_ name: MarkupName, namespace: MarkupName?, in stream: MarkupStream) {
    if name == names.value || name == names.content {
      isReading = false
    } else if name == names.cell {
      if isInCell { endCell() }
    } else if name == names.row {
      if isInData { endRow(stream) }
    } else if name == names.phonetic {
      isPhonetic = false
    } else if name == names.data {
      isInData = false
    }
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>, in stream: MarkupStream) {
    guard isReading, value.count <= CellText.byteLimit else { return }
    value.append(contentsOf: bytes)
  }

  private func startRow(_ element: MarkupStart) {
    var next = row + 1
    if let digits = element[names.reference] {
      let name = String(decoding: digits, as: UTF8.self)
      guard let number = SheetCells.row(digits) else { return refuse(.badReference(name)) }
      guard number >= next else { return refuse(.outOfOrder(name)) }
      next = number
    }
    row = next
    column = 0
    written = 0
  }

  private func endRow(_ stream: MarkupStream) {
    guard written > 0 else { return }
    filledRows += 1
    // Sheets leave out empty cells, at the ends of rows too, where tables want them.
    width = max(width, written)
    text.append(contentsOf: repeatElement(ASCII.comma, count: width - written))
    written = 0
    text.append(ASCII.lineFeed)
    linesEnded += 1
    if text.count > Self.textLimit { isTooLong = true }
    if isTooLong || filledRows >= rowLimit || problems.count >= Self.mostProblems { stream.stop() }
  }

  private func startCell(_ element: MarkupStart) {
    var next = column + 1
    isInCell = true
    hasFormula = false
    hasValue = false
    value.removeAll(keepingCapacity: true)
    if let reference = element[names.reference] {
      guard let place = SheetCells.parse(reference), place.row == row else {
        return refuse(.badReference(String(decoding: reference, as: UTF8.self)))
      }
      guard place.column >= next else {
        return refuse(.outOfOrder(String(decoding: reference, as: UTF8.self)))
      }
      next = place.column
    }
    column = next
    style = element[names.style].flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
    type = cellType(element[names.type])
  }

  private func cellType(_ type: UnsafeBufferPointer<UInt8>?) -> CellType {
    guard let type, let first = type.first else { return .number }
    switch (first, type.count) {
    case (UInt8(ascii: "s"), 1): return .shared
    case (UInt8(ascii: "s"), _), (UInt8(ascii: "i"), _): return .text
    case (UInt8(ascii: "b"), _): return .boolean
    case (UInt8(ascii: "e"), _): return .error
    case (UInt8(ascii: "d"), _): return .date
    default: return .number
    }
  }

  private func endCell() {
    isInCell = false
    guard value.count <= CellText.byteLimit else { return refuse(.tooLong) }
    if value.isEmpty {
      // A formula may well give an empty text; a number it must have.
      guard hasFormula, type != .text || !hasValue else { return }
      missingValues += 1
      return place { text in text.append(contentsOf: SheetCells.missingValue.utf8) }
    }
    switch type {
    case .number: placeNumber()
    case .shared: placeShared()
    case .boolean:
      let word = value == [UInt8(ascii: "1")] ? "TRUE" : "FALSE"
      place { text in text.append(contentsOf: word.utf8) }
    case .text, .error:
      CellText.clean(&value, from: 0)
      placeText(value)
    case .date:
      // ISO 8601, with T between date and time.
      placeText(value.map { $0 == UInt8(ascii: "T") ? ASCII.space : $0 })
    }
  }

  private func placeShared() {
    let number = String(decoding: value, as: UTF8.self)
    guard let index = Int(number), let shared = strings[index] else {
      return refuse(.noSharedString(index: number, count: strings.count))
    }
    placeText(shared)
  }

  private func placeText(_ words: some Collection<UInt8>) {
    guard !words.isEmpty else { return }
    if type != .error, CellText.isNumber(words) { textNumbers[column - 1, default: 0] += 1 }
    place { text in CellText.append(words, to: &text) }
  }

  private func placeNumber() {
    let kind = kinds.indices.contains(style) ? kinds[style] : .number
    if kind == .number, CellNumber.isPlain(value) {
      return place { text in text.append(contentsOf: value) }
    }
    guard let number = value.withUnsafeBufferPointer(CellNumber.init) else {
      CellText.clean(&value, from: 0)
      return placeText(value)
    }
    guard kind != .number else {
      return place { text in number.rounded(digits: CellNumber.precision).append(to: &text) }
    }
    do throws(CellSerial.Fault) {
      let serial = try CellSerial(number, epoch: epoch)
      place { text in serial.append(as: kind, to: &text) }
      guard kind == .date else { return }
      if serial.isMidnight {
        bareDates.append((text.count, column))
      } else {
        timedDates[column, default: 0] += 1
      }
    } catch {
      refuse(.serial(String(decoding: value, as: UTF8.self), error, epoch))
    }
  }

  /// Brings the text to the present cell and writes its value.
  private func place(_ write: (inout [UInt8]) -> Void) {
    guard column <= TableRecords.columnLimit else {
      return refuse(.tooManyColumns(SheetCells.name(row: row, column: column)))
    }
    guard text.count <= Self.textLimit else {
      isTooLong = true
      return
    }
    advance()
    write(&text)
  }

  private func advance() {
    if linesEnded < row - 1 {
      text.append(contentsOf: repeatElement(ASCII.lineFeed, count: row - 1 - linesEnded))
      linesEnded = row - 1
    }
    let first = max(written, 1)
    if column > first {
      text.append(contentsOf: repeatElement(ASCII.comma, count: column - first))
    }
    written = max(column, 1)
  }

  private func refuse(_ problem: CellProblem) {
    isInCell = false
    guard problems.count < Self.mostProblems else { return }
    if row > 0, column <= TableRecords.columnLimit { advance() }
    let start = text.count
    switch problem {
    case .badReference(let reference), .outOfOrder(let reference):
      CellText.append(Array(reference.utf8), to: &text)
    default:
      CellText.append(value, to: &text)
    }
    problems.append((problem, SourceRange(start, text.count)))
  }
}
