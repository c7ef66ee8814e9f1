import Billing
import Quantities
import Tariffs
import Use

/// Flexible load moved to where it costs least.
package enum LoadShift {
  /// The load of a month after a shift; the present one where none is cheaper. [mJ]
  ///
  /// - Throws: ``LeverProblem`` where it cannot be done as asked.
  static func load(
    of problem: PeriodProblem, _ profile: LoadProfile, _ shift: FlexibleShift
  ) throws(LeverProblem) -> [Int64] {
    try search(problem, profile, shift).cheapest(orElse: problem.load(in: profile))
  }

  /// A month's search, its faults told by day and time.
  static func search(
    _ problem: PeriodProblem, _ profile: LoadProfile, _ shift: FlexibleShift
  ) throws(LeverProblem) -> ShiftSearch {
    guard shift.share >= .zero, shift.share <= .one else { throw .flexibleShare(shift.share) }
    do throws(ShiftSearch.Impossible) {
      return try ShiftSearch(
        problem, load: profile.active, shift: shift,
        groups: groups(of: problem, profile, shift.within))
    } catch {
      switch error {
      case .ceilingBelowRest(let position, let rest):
        throw .ceilingBelowRest(
          ceiling: shift.ceiling ?? .zero,
          rest: rest.meanPower(overSeconds: profile.intervalSeconds),
          at: profile.start(of: position))
      case .noRoom(let position): throw .noRoom(from: profile.start(of: position))
      }
    }
  }

  /// The stretches over which energy is kept, counted from the beginning of the month.
  static func groups(
    of problem: PeriodProblem, _ profile: LoadProfile, _ within: FlexibleShift.Span
  ) -> [Range<Int>] {
    let first = problem.positions.lowerBound
    var groups: [Range<Int>] = []
    for day in problem.days {
      let range = (day.lowerBound - first)..<(day.upperBound - first)
      let isMonday = profile.place(of: day.lowerBound).day.weekday == .monday
      if within == .week, !isMonday, let last = groups.last {
        groups[groups.count - 1] = last.lowerBound..<range.upperBound
      } else {
        groups.append(range)
      }
    }
    return groups
  }
}

extension LoadShift {
  /// What all months would cost at the least with a shift, before the bills are rounded: what moves
  /// and demand are found, and all else is billed as it is. [currency]
  package static func least(_ shift: FlexibleShift, of subject: AccountCase) throws -> Money {
    guard case .intervals(let profile) = subject.use else { throw LeverProblem.needsIntervals }
    var total = try subject.bills().total
    for problem in try subject.problems() {
      let search = try search(problem, profile, shift)
      total = total - search.presentCost + search.best.cost
    }
    return total
  }
}
