import Quantities

/// What values look like that may not be what a meter counted, and what was done about it as asked.
package enum QualityEvidence: Sendable, Hashable {
  /// Zeros for hours at a site that otherwise draws.
  case zeroRuns(first: IntervalRun, longest: IntervalRun, intervals: Int)
  /// One value for hours among values that vary. [kW]
  case stuck(first: IntervalRun, longest: IntervalRun, power: Power)
  /// Values of a month far above the others; the highest, and the capacity where it exceeds that.
  case spike(DemandSpike, above: Power?)
  /// A month's bill with its spikes in it, and with the next highest value in their place.
  case spikeWorth(DemandSpike, metered: Money, without: Money)
  /// Values above what the transformers are rated for. [kW, kVA]
  case aboveCapacity(first: LocalTime, highest: Power, capacity: Power)
  /// Values above what the transformers can carry, and the slips that would explain them.
  case implausible(peak: Power, start: LocalTime, capacity: Power, fits: [UnitSlip])
  /// A peak that few accounts reach, of one whose capacity is not known.
  case unusualPeak(peak: Power, start: LocalTime)
  /// Every channel at zero between intervals that are not.
  case zeroRow(first: LocalTime, channels: Int)
  /// Billing months that the data only begin or end in.
  case coverage(DateSpan, partial: [MonthCoverage])
  /// Sums of months that differ from what was read or billed, and the slips that would explain it.
  case sumCheck(SumSource, months: [EnergyComparison], fits: [UnitSlip])
  /// Period registers that do not add up to the total; the period that seems to be in another too.
  case registerSum(months: [EnergyComparison], twice: PeriodName?)
  /// A month's energy by period beside the registers; the shift of the stamps that would explain it.
  case periodCheck(Month, [PeriodComparison], shift: StampShift?)
  /// Maximum demands that differ from the register, and the slips that would explain it.
  case demandCheck(months: [DemandComparison], fits: [UnitSlip])
  /// Gaps that were filled as asked.
  case filled(FillRule, first: LocalTime, energy: Energy)
  /// A month whose gaps were not filled, or whose intervals were not scaled.
  case refused(Month, RepairRefusal)
  /// Months whose intervals were scaled to their registers as asked.
  case scaled([EnergyComparison])
}
