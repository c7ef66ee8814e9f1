import Documents

/// Reads a table row by row: the general way, for what whole days of equal intervals do not hold.
enum TableSeriesReader {
  /// Reads a table whose layout is settled.
  ///
  /// - Returns: A series for each account, channel and direction. Rows at fault are among the
  ///   findings, as errors of their accounts.
  /// - Throws: A fault of the file itself; what was read until then is of no use.
  static func read(
    _ text: LoadText, _ plan: RowsPlan, file: LoadFile
  ) throws(DiagnosticsError) -> SeriesFile {
    let gathered = try RowsScanner.gather(text, plan)
    if let refusal = gathered.record.refusal(of: text) { throw DiagnosticsError(refusal) }
    var assembly = RowsAssembly(text: text, plan: plan, gathered: gathered)
    assembly.run()
    let record = assembly.gathered.record
    var findings = file.repairs.skipsBadRows ? assembly.skippedRows() : record.faults(in: text)
    findings += record.remarks
    findings += assembly.findings
    return SeriesFile(
      name: text.name, format: plan.base.format(of: text), encoding: text.encoding,
      series: assembly.series, findings: findings,
      notes: plan.base.notes + record.notes(in: text) + assembly.notes.map { .rows($0) })
  }
}
