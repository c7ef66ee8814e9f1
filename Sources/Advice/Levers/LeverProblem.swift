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
}
