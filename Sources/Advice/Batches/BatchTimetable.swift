import Quantities
import Use

/// When batches should begin over all the days of a load.
public struct BatchTimetable: Sendable, Hashable {
  /// A run that stays where it is.
  public struct Unmoved: Sendable, Hashable {
    /// The batch's name.
    public let batch: String
    /// The day.
    public let date: CalendarDate
    /// Why.
    public let cause: Cause
  }

  /// Why a run stays where it is.
  public enum Cause: String, Sendable, Hashable, CaseIterable {
    /// The clock is put forward or back on the day.
    case clockChange = "clock-change"
    /// Values are missing where it runs, or elsewhere in a month that is therefore not billed.
    case missingValues = "missing-values"
  }

  /// The runs that could be moved, by day and in the order of the batches.
  public let runs: [BatchRun]
  /// The runs that could not, in the same order.
  public let unmoved: [Unmoved]
  /// By how much other starts might cost less at the most, by the prices of intervals and demand;
  /// zero where none do. [currency]
  public let gap: Money

  /// Whether no other starts cost less.
  public var isOptimal: Bool { gap == .zero }

  /// The runs of several periods together.
  ///
  /// - Parameters:
  ///   - plans: The periods, in order.
  ///   - batches: The batches.
  ///   - profile: The load; its days without a plan keep their runs.
  init(_ plans: [BatchPlan], _ batches: [Batch], _ profile: LoadProfile) {
    runs = plans.flatMap(\.runs)
    gap = plans.reduce(.zero) { sum, plan in
      guard case .gap(let gap) = plan.outcome else { return sum }
      return sum + gap
    }
    var moved: [CalendarDate: Set<String>] = [:]
    for run in runs { moved[run.date, default: []].insert(run.batch) }
    var unmoved: [Unmoved] = []
    for number in profile.firstDay.dayNumber..<profile.endDay.dayNumber {
      let date = CalendarDate(dayNumber: number)
      let cause: Cause = profile.clockChange(on: date) == nil ? .missingValues : .clockChange
      for batch in batches
      where batch.days.contains(date.weekday) && moved[date]?.contains(batch.name) != true {
        unmoved.append(Unmoved(batch: batch.name, date: date, cause: cause))
      }
    }
    self.unmoved = unmoved
  }
}
