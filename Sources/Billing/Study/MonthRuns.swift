import Quantities
import Use

/// The days of a billing period as stretches of intervals of one period each.
package struct MonthRuns {
  let layout: MeterLayout
  let period: DateSpan

  /// Hands over the stretches of a profile, in order, with the position of the period.
  package func each(in profile: LoadProfile, _ take: (Range<Int>, Int) -> Void) {
    for day in period.days {
      guard let first = profile.range(of: day)?.lowerBound else { continue }
      for run in layout.plans[layout.planPosition(on: day)].runs {
        take((first + run.range.lowerBound)..<(first + run.range.upperBound), run.period)
      }
    }
  }
}
