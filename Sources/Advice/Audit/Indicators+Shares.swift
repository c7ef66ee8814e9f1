import Quantities
import Tariffs

extension Indicators {
  /// The basic charge's part of the total. [fraction]
  package var basicShare: Rate? { charges.first { $0.name == "basic" }?.share }

  /// The part of the energy used in valley and deep hours; nothing where the tariff has neither.
  /// [fraction]
  package var valleyShare: Rate? {
    let cheap = periodShares.filter { $0.period == .valley || $0.period == .deep }
    return cheap.isEmpty ? nil : cheap.reduce(.zero) { $0 + $1.share }
  }
}
