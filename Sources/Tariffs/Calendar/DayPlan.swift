/// One kind of day: runs that follow each other from 00:00 to 24:00.
public struct DayPlan: Sendable, Hashable {
  /// The runs, in order, without gap or overlap.
  public let runs: [PeriodRun]

  /// Makes a plan.
  public init(runs: [PeriodRun]) { self.runs = runs }
}
