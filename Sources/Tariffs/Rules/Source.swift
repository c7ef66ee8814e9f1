import Quantities

/// The document a rule or a price rests on.
public struct Source: Sendable, Hashable {
  /// How the figure came to us.
  public enum Confidence: String, Sendable, Hashable, CaseIterable {
    /// Read in the document or on the published page itself.
    case seen
    /// Read in a text that quotes the document.
    case secondary
    /// Known in the trade, the document not at hand.
    case memory
    /// Worked out from other figures.
    case inferred
    /// Invented for a worked case.
    case invented
  }

  /// The id rules refer to it by.
  public let id: String
  /// The document number (文号).
  public let number: String?
  /// The date of the document.
  public let date: CalendarDate?
  /// The page, as printed.
  public let page: String?
  /// The title.
  public let title: String
  /// Where it can be read.
  public let url: String?
  /// How sure the figure is.
  public let confidence: Confidence

  /// Makes a source.
  public init(
    id: String, number: String?, date: CalendarDate?, page: String?, title: String, url: String?,
    confidence: Confidence
  ) {
    self.id = id
    self.number = number
    self.date = date
    self.page = page
    self.title = title
    self.url = url
    self.confidence = confidence
  }

  /// The document number, or the title where it has none, with the page.
  public var citation: String {
    let name = number ?? title
    guard let page else { return name }
    return "\(name), p. \(page)"
  }
}
