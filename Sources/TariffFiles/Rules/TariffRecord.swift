import Documents
import Tariffs

/// A tariff as it was read, with the places that checks across files point at.
struct TariffRecord {

  /// A tariff that bills accounts this one does not serve.
  struct Fallback {
    let id: String
    let place: SourceRange
  }

  let tariff: Tariff
  let source: SourceText
  let idPlace: SourceRange
  let fallbacks: [Fallback]
}
