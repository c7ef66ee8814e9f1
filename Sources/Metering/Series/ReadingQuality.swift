import Quantities

/// How a reading came about, as the file marks it.
///
/// ESPI `QualityOfReading`, NEM12 quality flags and their like on one scale.
package enum ReadingQuality: UInt8, Sendable, Hashable, CaseIterable {
  /// Metered and validated; may be billed without comment.
  case actual
  case estimated
  case substituted
  case edited
  case questionable
  case derived
  case projected
  case mixed
  case raw
  case normalised
  case other

  /// For messages.
  package var words: Message {
    switch self {
    case .actual: return "actual"
    case .estimated: return "estimated"
    case .substituted: return "substituted"
    case .edited: return "edited"
    case .questionable: return "questionable"
    case .derived: return "derived"
    case .projected: return "projected"
    case .mixed: return "of mixed quality"
    case .raw: return "raw, not validated"
    case .normalised: return "normalised for the weather"
    case .other: return "marked otherwise"
    }
  }
}
