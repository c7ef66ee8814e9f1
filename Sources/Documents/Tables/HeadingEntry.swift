/// A column a reader looks for.
package struct HeadingEntry: Sendable, Hashable {

  /// The name by which the program asks for it.
  package let name: String

  /// Other headings that mean the same.
  package let synonyms: [String]

  /// Units the heading may carry in brackets or behind a slash, without regard to case.
  ///
  /// If there are none, whatever stands in brackets is passed over: `户号（必填）`. If there are some, a
  /// heading with another unit is an error, since `最大需量(W)` is not `最大需量(kW)`.
  package let units: [String]

  package init(_ name: String, _ synonyms: [String] = [], units: [String] = []) {
    self.name = name
    self.synonyms = synonyms
    self.units = units
  }
}
