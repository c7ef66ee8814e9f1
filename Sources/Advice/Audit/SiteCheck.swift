/// Something to find out on site before a change is made.
public enum SiteCheck: Sendable, Hashable {
  /// Whether the load is to grow or fall: machines, shifts, products.
  case plannedLoad
  /// Whether the load must be carried with one unit lost (N−1).
  case spareUnit
  /// Who owns the transformers, how old they are, and what becomes of them.
  case ownership
  /// Whether the largest motors still start.
  case motorStarting
  /// Within what time capacity that was given back can be had again.
  case restoration
  /// How long before it is in force the change is filed. [working days]
  case notice(workingDays: Int?)
  /// Whether the meter's demand register agrees with the intervals, its window being a sliding one.
  case demandRegister
  /// Whether capacitors that are there work, and why they are not enough.
  case existingCapacitors
  /// In what steps the load's reactive power changes.
  case capacitorSteps
  /// Whether harmonics need reactors beside the capacitors.
  case harmonics
  /// Whether a unit that was at rest may be put back without drying and testing.
  case returnToUse
  /// Which loads are switched over before a unit is taken out of use.
  case switchover
  /// Which processes can run at another hour, and what that does to staff and product.
  case flexibility
  /// Whether and when the account may come back to the tariff it leaves.
  case wayBack
}
