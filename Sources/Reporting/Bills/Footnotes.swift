import Billing

/// The numbered notes of a bill: how a line's figures came about, and what they rest on.
///
/// Lines with the same words and sources share a number. Where several prices stand at one place,
/// the place is named once, below the notes.
struct Footnotes {
  private struct Note: Hashable {
    let words: String
    let sources: [String]
  }

  private var notes: [Note] = []
  private var numbers: [Int] = []
  private let commonPriceSource: String?

  init(_ bill: Bill) {
    let common = Self.commonPriceSource(bill.lines)
    commonPriceSource = common
    for line in bill.lines {
      let words = LineNote.text(of: line, in: bill, style: .grouped)
      let note = Note(words: words, sources: Self.sources(line, common, besides: words))
      if let index = notes.firstIndex(of: note) {
        numbers.append(index + 1)
      } else {
        notes.append(note)
        numbers.append(notes.count)
      }
    }
  }

  /// The number at a line.
  func mark(of line: Int) -> String { String(numbers[line]) }

  /// The notes, each with its number.
  var lines: [String] {
    let room = String(notes.count).count
    let blank = String(repeating: " ", count: room + 2)
    var lines = notes.enumerated().flatMap { index, note -> [String] in
      let number = String(index + 1)
      let lead = String(repeating: " ", count: room - number.count) + number + "  "
      let paragraphs = (note.words.isEmpty ? [] : [note.words]) + note.sources
      return paragraphs.enumerated().flatMap { position, paragraph in
        TextBlock.lines(paragraph, lead: position == 0 ? lead : blank)
      }
    }
    if let commonPriceSource {
      lines += [""] + TextBlock.lines(SourceWords.pricesFrom(commonPriceSource))
    }
    return lines
  }

  private static func sources(
    _ line: BillLine, _ common: String?, besides words: String
  ) -> [String] {
    var sources = [SourceWords.rule(line)]
    // What was given is said once, in the words where it is a part of the price.
    if let price = SourceWords.price(line), price != common, !words.contains(price) {
      sources.append(SourceWords.priceFrom(price, line))
    }
    return sources
  }

  /// The place most prices stand at, if it is that of more than one.
  private static func commonPriceSource(_ lines: [BillLine]) -> String? {
    var counts: [String: Int] = [:]
    for line in lines {
      if case .page = line.priceOrigin, let source = SourceWords.price(line) {
        counts[source, default: 0] += 1
      }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most.flatMap { $0.value > 1 ? $0.key : nil }
  }
}
