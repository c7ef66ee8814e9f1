import Tariffs

/// The standard losses of a type of transformer, by rating, and where they stand.
package struct TransformerLossTable: Sendable {
  /// The losses of one rating.
  package struct Row: Sendable {
    /// The rating. [kVA]
    package let rating: Int
    /// No-load loss P0. [W]
    package let noLoad: Int
    /// Load loss Pk; nothing where it is not known. [W]
    package let load: Int?
    /// Short-circuit voltage Uk. [‰]
    package let voltagePerMille: Int
  }

  /// The losses, by rating.
  package let rows: [Row]
  /// The standard, and what it was checked against.
  package let source: String
  /// How sure the figures are.
  package let confidence: Source.Confidence
}
