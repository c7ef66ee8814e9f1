import Billing
import Quantities

/// Why a lever cannot be applied.
public enum LeverProblem: Error, Sendable, Hashable {
  /// The shares do not add up to the whole. [fraction]
  case sharesDoNotAddUp(Rate)
  /// A period of the tariff has no share, or a share is for a period the tariff does not have.
  case sharesDoNotMatch(named: [PeriodName], periods: [PeriodName])
  /// A share is asked for a period that has no hours in a month.
  case periodWithoutHours(PeriodName, month: Month)
  /// No rules are in force to tell the periods of a month.
  case noPeriods(month: Month)
  /// The flexible share is below zero or above the whole. [fraction]
  case flexibleShare(Rate)
  /// What has to stay in an interval is more than the ceiling. [kW]
  case ceilingBelowRest(ceiling: Power, rest: Power, at: LocalTime)
  /// The limits leave no room for the energy of a day or week.
  case noRoom(from: LocalTime)
  /// The lever needs interval data.
  case needsIntervals
  /// The use is metered on several supply lines, and nothing tells how a change divides.
  case severalLines
  /// The tariff names no single-part tariff beside it.
  case noSinglePart(tariff: String)
  /// There is no such transformer.
  case unknownUnit(String, known: [String])
  /// No contract demand is billed, so none can be chosen.
  case noContract(method: BasicChargeMethod?)
  /// A battery without energy or power, or an efficiency that is none.
  case battery(Battery)
  /// A batch that does not fit its window or the load.
  case batch(BatchFault)
  /// No capacitors reach what is asked.
  case compensation(CompensationProblem)
  /// A month cannot be billed, so that nothing tells what its intervals cost.
  case unbilled(BillingFailure)
}
