import Foundation
import Quantities
import TestSupport
import Use

/// Charges by month as the peer billed them. [USD]
struct PeerBill: Decodable {

  let energy: [Double]
  let flatDemand: [Double]
  let periodDemand: [Double]
  let fixed: [Double]
  /// What was added to reach the least bill. [USD]
  let minimum: [Double]
  /// The highest demand. [kW]
  let peak: [Double]

  /// Demand charges of both kinds.
  var demand: [Double] { zip(flatDemand, periodDemand).map(+) }

  private enum CodingKeys: String, CodingKey {
    case energy = "monthly_energy_charge"
    case flatDemand = "monthly_demand_charge_flat"
    case periodDemand = "monthly_demand_charge_tou"
    case fixed = "monthly_fixed"
    case minimum = "monthly_minimum"
    case peak = "monthly_peak_kw"
  }

  init(_ rate: PeerRate, load: String) throws {
    let path = TestPlaces.sharedPath("\(PeerRate.folder)/expected/\(rate.id)__\(load).json")
    self = try JSONDecoder().decode(
      PeerBill.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// A load of the reference as a year that begins on Monday, 1 January 2018.
  ///
  /// The reference has no reactive power; half of the active power is taken for it.
  static func profile(_ load: String) throws -> LoadProfile {
    let path = TestPlaces.sharedPath("\(PeerRate.folder)/loads/\(load).csv")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let seconds = load.hasSuffix("15m") ? 900 : 3600
    // 10⁻⁹ kW over seconds are 10⁻³ mJ; the values have four digits at the most.
    let energies = try text.split(separator: "\n").dropFirst().map {
      Int64(try Quantity($0).units * Int128(seconds) / 1000)
    }
    return LoadProfile(
      firstDay: CalendarDate(dayNumber: 17_532), intervalSeconds: seconds, active: energies,
      reactiveForward: energies.map { $0 / 2 })
  }
}
