/// What became of a scan.
package struct LoadScanReport: Sendable {
  /// The accounts by their numbers.
  package let accounts: [String]
  /// Errors and notes, account by account; an account with an error must not be billed, whatever
  /// of it was handed over.
  package let findings: [LoadFinding]
  /// Numbers of the accounts with errors.
  package let faulty: Set<Int>
  /// Whether the days of each account stood in order.
  ///
  /// If not, what was handed over is to be thrown away, and ``LoadReader`` is to read the file
  /// instead.
  package let isOrdered: Bool
  /// What the file turned out to be.
  package let summary: LoadFileSummary
}
