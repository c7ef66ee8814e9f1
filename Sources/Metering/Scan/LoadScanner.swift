import Documents

/// Reads a large load file without holding it: each account's days go to a sink as they are read.
package struct LoadScanner: Sendable {
  private let text: LoadText
  private let plan: LoadPlan

  /// Opens a file and settles how its rows are to be read.
  ///
  /// - Throws: A fault of the file itself: heading, encoding, quoting, stamps that leave their
  ///   meaning open.
  package init(_ file: LoadFile) throws(DiagnosticsError) {
    (text, plan) = try LoadReader.open(file)
  }

  /// The length of an interval. [s]
  package var intervalSeconds: Int { plan.intervalSeconds }

  /// Reads all rows.
  ///
  /// - Throws: A fault of the file itself; what was handed over is then to be thrown away.
  package func scan(into sink: inout some LoadSink) throws(DiagnosticsError) -> LoadScanReport {
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

  private func report(_ record: ScanRecord, _ days: OrderedDays) -> LoadScanReport {
    let names = record.accounts.texts
    var finder = PlaceFinder(text)
    var findings: [LoadFinding] = []
    var faulty = Set(record.faultCounts.keys)
    for fault in record.faults {
      findings.append(
        LoadFinding(
          fault.evidence, account: names[fault.account], place: finder.place(fault.range)))
    }
    let rest = record.faultCount - record.faults.count
    if rest > 0, let last = record.faults.last {
      findings.append(
        LoadFinding(
          .moreFaults(file: text.name, isWhole: !record.isHopeless),
          account: names[last.account], count: rest))
    }
    for (account, count) in record.sameDateMidnights.sorted(by: { $0.key < $1.key }) {
      findings.append(LoadFinding(.midnightOfSameDate, account: names[account], count: count))
    }
    findings += days.findings(names: names)
    faulty.formUnion(days.faulty)
    let file = LoadStore.ReadFile(text: text, plan: plan, record: record, accounts: [])
    return LoadScanReport(
      accounts: names, findings: findings, faulty: faulty,
      isOrdered: days.isOrdered, summary: file.summary)
  }
}
