import Documents

/// Goes through the records of a NEM12 file once.
struct NEM12Scan {
  /// What the records of days belong to.
  enum Owner {
    /// No 200 record has been read.
    case none
    /// The 200 record was at fault, or its stream is not billed: its days are passed over.
    case skipped
    case channel(Int, DecimalScale, seconds: Int)
  }

  let text: LoadText
  let bytes: UnsafeBufferPointer<UInt8>
  var faults: NEM12Faults
  var channels: [NEM12Channel] = []
  var numbers: [NEM12Channel.Key: Int] = [:]
  var owner = Owner.none
  var day: NEM12OpenDay?
  var notes: [NEM12Note] = []
  var serviceRecords = 0
  /// The fields of the record at hand.
  var fields: [RowCell] = []
  /// The record at hand, without its line end.
  var record = 0..<0
  var line = 0
  private var hasHeader = false
  private var isEnded = false
  private var tellsBehindEnd = true

  init(text: LoadText, bytes: UnsafeBufferPointer<UInt8>) {
    self.text = text
    self.bytes = bytes
    faults = NEM12Faults(text)
  }

  var outcome: NEM12Outcome {
    var notes = self.notes
    if serviceRecords > 0 { notes.append(.serviceRecords(count: serviceRecords)) }
    return NEM12Outcome(channels: channels, notes: notes, faults: faults.collected)
  }

  mutating func run() {
    var position = 0
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: Byte.lineFeed) ?? bytes.count
      line += 1
      split(position..<end)
      if !record.isEmpty { read() }
      position = end + 1
    }
    closeDay()
    finish()
  }

  private mutating func finish() {
    if line == 0 || !hasHeader && fields.isEmpty {
      faults.add("nem12-header", 0..<0, "the file is empty, but meter data is expected")
      return
    }
    if !isEnded {
      faults.add(
        "nem12-end", record.isEmpty ? 0..<0 : record,
        "the file ends without a 900 record: it was cut off", hint: "download the file again")
    } else if channels.allSatisfy({ $0.readings.isEmpty }), faults.count == 0 {
      let isLeftOut = !notes.isEmpty
      faults.add(
        "nem12-empty", 0..<0,
        isLeftOut
          ? "no stream of the file holds energy that is billed"
          : "the file holds no days: a 200 and a 300 record are expected")
    }
  }

  /// Cuts a line into fields; the format has no quotes.
  private mutating func split(_ line: Range<Int>) {
    var end = line.upperBound
    while end > line.lowerBound,
      bytes[end - 1] == Byte.carriageReturn || Byte.isBlank(bytes[end - 1])
    {
      end -= 1
    }
    guard end > line.lowerBound else {
      record = line.lowerBound..<line.lowerBound
      return
    }
    record = line.lowerBound..<end
    fields.removeAll(keepingCapacity: true)
    var start = line.lowerBound
    for position in line.lowerBound...end where position == end || bytes[position] == Byte.comma {
      var cell = RowCell(start: start, end: position, isQuoted: false, hasDoubledQuotes: false)
      while cell.start < cell.end, Byte.isBlank(bytes[cell.start]) { cell.start += 1 }
      while cell.start < cell.end, Byte.isBlank(bytes[cell.end - 1]) { cell.end -= 1 }
      fields.append(cell)
      start = position + 1
    }
  }

  private mutating func read() {
    let kind = fieldText(0)
    if isEnded {
      guard tellsBehindEnd else { return }
      tellsBehindEnd = false
      faults.add(
        "nem12-end", record, "a record stands behind the 900 record, which ends the file",
        hint: "two files written one behind the other are given one by one")
      return
    }
    if !hasHeader {
      hasHeader = true
      guard kind == "100" else {
        faults.add(
          "nem12-header", record,
          "the file begins with \(LoadEvidence.quoted(kind)), but a 100 record with NEM12 is expected",
          hint: "the first line may have been lost")
        return read(kind)
      }
      readHeader()
      return
    }
    read(kind)
  }

  private mutating func read(_ kind: String) {
    switch kind {
    case "200":
      closeDay()
      readStream()
    case "300":
      closeDay()
      readDay()
    case "400": readEvent()
    case "500": serviceRecords += 1
    case "900":
      closeDay()
      isEnded = true
    case "100":
      closeDay()
      faults.add(
        "nem12-header", record, "a second 100 record: one file is expected, not two in one",
        hint: "give the files one by one")
    default:
      faults.add(
        "nem12-record", fieldRange(0),
        "\(LoadEvidence.quoted(kind)) is no record of NEM12; 200, 300, 400, 500 or 900 is expected")
    }
  }

  private mutating func readHeader() {
    let version = fields.count > 1 ? fieldText(1) : ""
    guard version != "NEM12" else { return }
    let isNEM13 = version == "NEM13"
    faults.add(
      "nem12-header", fields.count > 1 ? fieldRange(1) : record,
      "the file says that it is \(LoadEvidence.quoted(version)), but NEM12 is expected",
      hint: isNEM13 ? "NEM13 holds dial readings by the quarter, not intervals" : nil)
  }

  /// A field's text.
  func fieldText(_ index: Int) -> String {
    String(decoding: bytes[fields[index].start..<fields[index].end], as: UTF8.self)
  }

  /// A field in the text; where it is empty, the place it would stand at.
  func fieldRange(_ index: Int) -> Range<Int> { fields[index].start..<fields[index].end }
}
