/// Every reason an account could not be billed.
public struct BillingFailure: Error, Sendable, Hashable {
  /// The reasons, in the order of the months, each once.
  public let problems: [BillingProblem]

  /// Collects reasons, leaving out repetitions.
  public init(_ problems: [BillingProblem]) {
    var seen: Set<BillingProblem> = []
    self.problems = problems.filter { seen.insert($0).inserted }
  }
}
