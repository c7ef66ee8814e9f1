import Documents
import Quantities

/// Gathers what is wrong with the records of a NEM12 file.
struct NEM12Faults {
  /// Faults told one by one; the rest is counted.
  private static let most = 100

  private let text: LoadText
  /// The text for quoting, made when the first fault is told.
  private var source: SourceText?
  private var isOpened = false
  private var finder: PlaceFinder
  private var collector = DiagnosticCollector()
  private(set) var count = 0

  init(_ text: LoadText) {
    self.text = text
    finder = PlaceFinder(text)
  }

  /// All that was told, and how much was not.
  var collected: DiagnosticCollector {
    var all = collector
    if count > Self.most {
      all.add(
        Diagnostic(
          file: text.name, code: "nem12-record",
          message: "\(Message.counted(count - Self.most, "more fault")) in the file"))
    }
    return all
  }

  /// Notes a fault of a stretch of the text.
  mutating func add(
    _ code: String, _ range: Range<Int>, _ message: Message, hint: Message? = nil
  ) {
    count += 1
    guard count <= Self.most else { return }
    if !isOpened {
      source = text.sourceText()
      isOpened = true
    }
    if let source {
      collector.add(
        Diagnostic(
          at: SourceRange(range.lowerBound, range.upperBound), in: source, code: code,
          message: message, hint: hint))
      return
    }
    let place = finder.location(of: range.lowerBound)
    collector.add(
      Diagnostic(
        file: text.name, line: place.line, code: code,
        message: "column \(place.column): \(message)", hint: hint))
  }
}
