import Quantities
import Use

/// A change to an account or to its use that changes its bill.
///
/// Every lever is a pure function (account, use) → (account, use); what it saves is the difference
/// of two sets of bills under the whole rule set, never a formula of its own.
public enum Lever: Sendable, Hashable {
  /// Energy moved between periods until each has its share of the month. [fractions of one]
  case shiftShares([PeriodName: Rate])
  /// Some of the energy moved to where it costs least, demand counted.
  case shiftFlexible(FlexibleShift)
  /// Named runs of machines, each started when it costs least.
  case batches([Batch])
  /// A battery, charged and discharged where it saves most.
  case storage(Battery)
  /// Capacitors.
  case compensation(Compensation)
  /// Another set of transformers. [kVA]
  case transformers(TransformerSet)
  /// Transformers out of use for a while.
  case pause([UnitPause])
  /// Another supply voltage.
  case voltage(Voltage)
  /// Another tariff.
  case tariff(String)
  /// The single-part tariff of the same area.
  case singlePart
  /// Another method of the basic charge.
  case basicCharge(Plan<BasicChargeMethod>)
  /// Another contract demand. [kW]
  case contractDemand(ContractChoice)

  /// The lever's name in answers, which is that of its flag.
  public var name: String {
    switch self {
    case .shiftShares: return "shift-shares"
    case .shiftFlexible: return "shift-flexible"
    case .batches: return "batches"
    case .storage: return "storage"
    case .compensation(.powerFactor): return "power-factor"
    case .compensation(.capacitors): return "capacitors"
    case .transformers: return "transformers"
    case .pause: return "pause"
    case .voltage: return "voltage"
    case .tariff: return "tariff"
    case .singlePart: return "single-part"
    case .basicCharge: return "basic-charge"
    case .contractDemand: return "contract-demand"
    }
  }

  /// The place in the order in which savings are attributed: use first, then the installation,
  /// then the price, then the method, and the contract demand after all else.
  public var rank: Int {
    switch self {
    case .shiftShares, .shiftFlexible, .batches: return 0
    case .storage: return 1
    case .compensation: return 2
    case .transformers: return 3
    // Other transformers are new ones, of which none is paused yet.
    case .pause: return 4
    case .voltage: return 5
    case .tariff, .singlePart: return 6
    case .basicCharge: return 7
    case .contractDemand: return 8
    }
  }

  /// Whether the lever works on the use and is fitted to the account as it will be.
  var isOfUse: Bool { rank < 3 }
}
