import Documents
import Quantities
import Use

/// Gathers the days of all accounts over all files.
struct LoadStore {
  /// A file that was read.
  struct ReadFile {
    let text: LoadText
    let plan: LoadPlan
    /// The rows that were read; nothing for all.
    var rows: [Range<Int>]?
    let record: ScanRecord
    /// The store's number of each of the file's accounts.
    let accounts: [Int]
  }

  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  private var days: [AccountDays?] = []
  /// The first file of each account.
  private var firstFile: [Int?] = []
  private(set) var files: [ReadFile] = []
  private var findings: [Int: [LoadFinding]] = [:]

  /// The number of an account.
  mutating func number(_ name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    days.append(nil)
    firstFile.append(nil)
    return names.count - 1
  }

  /// Reads a file, or some rows of it, into the store.
  ///
  /// - Throws: A fault of the file itself; its rows are then of no use.
  mutating func read(
    _ text: LoadText, _ plan: LoadPlan, rows: [Range<Int>]? = nil
  ) throws(DiagnosticsError) {
    let file = files.count
    var gathered: [AccountDays?] = []
    var record = ScanRecord()
    // The days of earlier files are joined with these only where the intervals agree.
    try LoadScan.run(text, plan, rows: rows, record: &record) {
      (fragment) throws(DiagnosticsError) in
      while gathered.count <= fragment.account { gathered.append(nil) }
      if gathered[fragment.account] == nil {
        gathered[fragment.account] = AccountDays(intervalSeconds: plan.intervalSeconds)
      }
      gathered[fragment.account]?.add(fragment)
    }
    let accounts = record.accounts.texts.map { number($0) }
    files.append(
      ReadFile(text: text, plan: plan, rows: rows, record: record, accounts: accounts))
    for (index, account) in accounts.enumerated() {
      guard index < gathered.count, let found = gathered[index] else { continue }
      gathered[index] = nil
      join(found, account: account, file: file)
    }
  }

  private mutating func join(_ found: AccountDays, account: Int, file: Int) {
    guard var known = days[account], let first = firstFile[account] else {
      days[account] = found
      firstFile[account] = file
      return
    }
    guard known.intervalSeconds == found.intervalSeconds else {
      findings[account, default: []].append(
        LoadFinding(
          .filesDiffer(
            seconds: found.intervalSeconds, otherFile: files[first].text.name,
            otherSeconds: known.intervalSeconds), account: names[account],
          place: LoadPlace(file: files[file].text.name, line: 1, column: 1, bytes: 0..<0)))
      return
    }
    days[account] = nil
    known.join(found)
    days[account] = known
  }

  /// Every account gathered, with what is to be said of it.
  mutating func accounts() -> [LoadAccount] {
    noteRowFaults()
    noteConflicts()
    var accounts: [LoadAccount] = []
    for (number, name) in names.enumerated() {
      var findings = self.findings[number] ?? []
      var profile: LoadProfile?
      if let days = days[number], !days.isEmpty {
        days.check(name, meterHeading: meterHeading(of: number), into: &findings)
        if !findings.contains(where: { $0.severity == .error }) {
          profile = days.profile(name, into: &findings)
        }
        if findings.contains(where: { $0.severity == .error }) { profile = nil }
      }
      guard profile != nil || !findings.isEmpty else { continue }
      findings.sort { $0.severity < $1.severity }
      accounts.append(
        LoadAccount(
          id: name, profile: profile, findings: findings,
          channels: profile.map { channels(of: $0, number) } ?? []))
    }
    return accounts
  }

  /// What each channel of an account's profile adds up to.
  private func channels(of profile: LoadProfile, _ account: Int) -> [ChannelSummary] {
    guard let file = files.first(where: { $0.accounts.contains(account) }) else { return [] }
    let units = file.units
    func summary(
      _ values: [Int64]?, _ channel: LoadChannel, _ direction: FlowDirection
    ) -> ChannelSummary? {
      guard let values else { return nil }
      // A signed channel that never turns is one channel.
      if channel == .reactiveReverse, units[.reactive] != nil,
        values.allSatisfy({ $0 == 0 || $0 == LoadProfile.missing })
      {
        return nil
      }
      let unit = units[channel] ?? units[.reactive] ?? file.plan.options.unit ?? .kilowatt
      let isReactive = channel != .active
      return ChannelSummary(
        of: profile, values: values, meter: names[account],
        measure: SeriesMeasure(isReactive: isReactive, isPower: unit.isPower),
        unit: isReactive ? unit.reactiveName : unit.rawValue, direction: direction,
        zone: file.plan.options.zone)
    }
    return [
      summary(profile.active, .active, .imported),
      summary(profile.reactiveForward, .reactiveForward, .imported),
      summary(profile.reactiveReverse, .reactiveReverse, .exported),
    ].compactMap { $0 }
  }

  private func meterHeading(of account: Int) -> String? {
    for file in files where file.accounts.contains(account) {
      if let column = file.plan.layout.meterColumn { return file.plan.layout.headings[column].text }
    }
    return nil
  }

  private mutating func noteRowFaults() {
    for file in files {
      for finding in file.record.faults(in: file.text) + file.record.remarks {
        findings[number(finding.account), default: []].append(finding)
      }
    }
  }

  /// Finds the rows that contradict each other, so that both can be named.
  private mutating func noteConflicts() {
    for (number, name) in names.enumerated() {
      // Where a clock was set back or meters are mixed, that is told instead.
      guard let days = days[number], days.conflictCount > 0, days.setBacks.isEmpty,
        meterHeading(of: number) == nil
      else { continue }
      let located = ConflictFinder(account: name, conflicts: Set(days.conflicts))
        .find(in: files.filter { $0.accounts.contains(number) })
      for conflict in days.conflicts {
        let rows = located[conflict] ?? []
        findings[number, default: []].append(
          LoadFinding(
            .contradictory(
              at: conflict.start(days.intervalSeconds), first: rows.first?.place,
              values: rows.map(\.text)), account: name, place: rows.last?.place))
      }
      let rest = days.conflictCount - days.conflicts.count
      if rest > 0 {
        findings[number, default: []].append(
          LoadFinding(.moreConflicts, account: name, count: rest))
      }
    }
  }
}
