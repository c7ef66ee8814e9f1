import Documents

/// Reads a large load file without holding it: each account's days go to a sink as they are read.
package struct LoadScanner: Sendable {
  private let text: LoadText
  private let route: LoadRoute
  private var plan: LoadPlan { route.plan }

  /// Opens a file and settles how its rows are to be read.
  ///
  /// - Throws: A fault of the file itself: heading, encoding, quoting, stamps that leave their
  ///   meaning open.
  package init(_ file: LoadFile) throws(DiagnosticsError) {
    text = try LoadText.open(file)
    route = try LoadPlanner.route(text, file)
  }

  /// The length of an interval. [s]
  package var intervalSeconds: Int { plan.intervalSeconds }

  /// Reads all rows; none of a file that is to be read row by row, whose days are reported as not
  /// in order.
  ///
  /// - Throws: A fault of the file itself; what was handed over is then to be thrown away.
  package func scan(into sink: inout some LoadSink) throws(DiagnosticsError) -> LoadScanReport {
    if case .rows = route {
      return report(ScanRecord(), OrderedDays(intervalSeconds: 900), isRead: false)
    }
    if let doubt = plan.doubt { throw DiagnosticsError(doubt) }
    var record = ScanRecord()
    var days = OrderedDays(intervalSeconds: plan.intervalSeconds)
    try LoadScan.run(text, plan, record: &record) { (fragment) throws(DiagnosticsError) in
      days.add(fragment) { day, account in sink.take(day, account: account) }
    }
    days.finish { day, account in sink.take(day, account: account) }
    let file = LoadStore.ReadFile(text: text, plan: plan, record: record, accounts: [])
    if let refusal = file.hopeless { throw DiagnosticsError(refusal) }
    return report(record, days)
  }

  private func report(
    _ record: ScanRecord, _ days: OrderedDays, isRead: Bool = true
  ) -> LoadScanReport {
    let names = record.accounts.texts
    let findings = record.faults(in: text) + record.remarks + days.findings(names: names)
    let faulty = Set(record.faultCounts.keys).union(days.faulty)
    let file = LoadStore.ReadFile(text: text, plan: plan, record: record, accounts: [])
    return LoadScanReport(
      accounts: names, findings: findings, faulty: faulty, isOrdered: isRead && days.isOrdered,
      summary: file.summary)
  }
}
