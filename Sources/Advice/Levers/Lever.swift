import Quantities
import Use

/// A change to an account or to its use that changes its bill.
///
/// Every lever is a pure function (account, use) → (account, use); what it saves is the difference
/// of two sets of bills under the whole rule set, never a formula of its own.
public enum Lever: Sendable, Hashable {
  /// Energy moved between periods until each has its share of the month. [fractions of one]
  case shiftShares([PeriodName: Rate])
  /// Another set of transformers. [kVA]
  case transformers(TransformerSet)
  /// Another supply voltage.
  case voltage(Voltage)
  /// Another tariff.
  case tariff(String)
  /// Another method of the basic charge.
  case basicCharge(BasicChargeMethod)
  /// Another contract demand in every month. [kW]
  case contractDemand(Power)

  /// The lever's name in answers.
  public var name: String {
    switch self {
    case .shiftShares: return "shift-shares"
    case .transformers: return "transformers"
    case .voltage: return "voltage"
    case .tariff: return "tariff"
    case .basicCharge: return "basic-charge"
    case .contractDemand: return "contract-demand"
    }
  }

  /// The place in the order in which savings are attributed: use first, then the installation,
  /// then the price, then the method, and the contract demand after all else.
  public var rank: Int {
    switch self {
    case .shiftShares: return 0
    case .transformers: return 3
    case .voltage: return 4
    case .tariff: return 5
    case .basicCharge: return 6
    case .contractDemand: return 7
    }
  }
}
