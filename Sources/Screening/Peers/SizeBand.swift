import Quantities

/// How large an account is, by its energy in a month.
package enum SizeBand: String, Sendable, Hashable, CaseIterable {
  /// Under 100 MWh a month.
  case small = "<0.1 GWh"
  /// From 100 MWh to 1 GWh.
  case medium = "0.1-1 GWh"
  /// From 1 to 10 GWh.
  case large = "1-10 GWh"
  /// From 10 GWh on.
  case huge = ">10 GWh"

  /// The band of some energy over some months.
  init(_ energy: Energy, months: Int) {
    let kilowattHours = energy.millijoules / 3_600_000_000 / Int128(max(1, months))
    switch kilowattHours {
    case ..<100_000: self = .small
    case ..<1_000_000: self = .medium
    case ..<10_000_000: self = .large
    default: self = .huge
    }
  }
}
