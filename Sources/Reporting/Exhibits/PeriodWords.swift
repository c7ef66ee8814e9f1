import Quantities
import Tariffs

/// The periods of the energy charge in words.
enum PeriodWords {
  /// The word of the language; a name that is not known stays as the tariff has it.
  static func name(_ period: PeriodName) -> String {
    Phrase.find("period.\(period.name)") ?? period.name
  }
}
