import Quantities
import Tariffs
import Use

/// Something to file with the utility, and by when.
public struct Filing: Sendable, Hashable {
  /// What is filed.
  public let change: Change
  /// The first day it is in force.
  public let inForce: CalendarDate
  /// The last day it can be filed for that; nothing where the tariff names no term.
  public let fileBy: CalendarDate?
  /// Where the term stands.
  public let rule: RuleReference?

  /// What is filed.
  public enum Change: Sendable, Hashable {
    /// Another method of the basic charge.
    case method(BasicChargeMethod)
    /// Another contract demand. [kW]
    case contract(Power)
    /// Another set of transformers (减容, 更换).
    case transformers(TransformerSet)
    /// A transformer out of use for a while (暂停).
    case pause(UnitPause)
    /// Another tariff.
    case tariff(String)
  }
}
