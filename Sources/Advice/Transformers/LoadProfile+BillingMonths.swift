import Quantities
import Use

extension LoadProfile {
  /// The account's billing months the profile touches, with the positions of their values.
  package func billingMonths(of account: Account) -> [(month: Month, range: Range<Int>)] {
    guard let last = months.last else { return [] }
    // With a reading day the end of a month is billed in the month after.
    return (months + [last.adding(1)]).compactMap { month in
      positions(of: account.billingPeriod(of: month)).map { (month, $0) }
    }
  }

  /// The positions of the values of some days; nothing where the profile has none of them.
  package func positions(of span: DateSpan) -> Range<Int>? {
    guard let whole = DateSpan(start: firstDay, end: endDay),
      let part = whole.intersection(span), let first = range(of: part.start),
      let last = range(of: part.lastDay)
    else { return nil }
    return first.lowerBound..<last.upperBound
  }

  /// Reactive energy drawn less fed back in an interval, where it is metered. [kvarh]
  package func netReactive(at index: Int) -> Energy? {
    guard let forward = reactiveForward?[index], forward != Self.missing else { return nil }
    let reverse = reactiveReverse?[index] ?? 0
    return Energy(millijoules: Int128(forward) - Int128(reverse == Self.missing ? 0 : reverse))
  }
}
