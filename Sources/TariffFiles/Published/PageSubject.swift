import Quantities
import Tariffs

/// What a page is about, which the published table does not say in figures.
package struct PageSubject: Sendable {

  /// The area, such as `cn-hubei`.
  package let area: String

  /// The month.
  package let month: Month

  /// The title of the table; one in the usual words where it is not given.
  package var title: String?

  /// Attributes of the source that may be given: `url`, `number`, `published`, `page`,
  /// `transcribed-by`, `checked-by`.
  package var source: [String: String] = [:]

  /// How the figures came to us.
  package var confidence = Source.Confidence.seen

  package init(area: String, month: Month) {
    self.area = area
    self.month = month
  }
}
