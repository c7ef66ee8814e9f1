import Documents

extension ScanRecord {
  /// Rows and cells at fault, the first of them with their places.
  func faults(in text: LoadText) -> [LoadFinding] {
    let names = accounts.texts
    var finder = PlaceFinder(text)
    var told: [Int: Int] = [:]
    var findings: [LoadFinding] = []
    for fault in faults {
      told[fault.account, default: 0] += 1
      findings.append(
        LoadFinding(
          fault.evidence, account: names[fault.account], place: finder.place(fault.range),
          count: fault.count))
    }
    for (account, count) in faultCounts.sorted(by: { $0.key < $1.key }) {
      let rest = count - (told[account] ?? 0)
      guard rest > 0 else { continue }
      findings.append(
        LoadFinding(
          .moreFaults(file: text.name, isWhole: !isHopeless), account: names[account], count: rest))
    }
    return findings
  }

  /// What was seen in the rows of accounts that is no fault.
  var remarks: [LoadFinding] {
    let names = accounts.texts
    return sameDateMidnights.sorted { $0.key < $1.key }.map {
      LoadFinding(.midnightOfSameDate, account: names[$0.key], count: $0.value)
    }
      + rounded.sorted { $0.key < $1.key }.map {
        LoadFinding(.rounded, account: names[$0.key], count: $0.value)
      }
  }

  /// Rows that were left out.
  func notes(in text: LoadText) -> [LoadNote] {
    var notes: [LoadNote] = []
    if repeatedHeadings > 0 { notes.append(.repeatedHeading(count: repeatedHeadings)) }
    var finder = PlaceFinder(text)
    for range in footers.prefix(20) {
      let line = finder.location(of: range.lowerBound).line
      let words = text.withBytes { bytes in
        String(
          decoding: bytes[range.lowerBound..<min(range.upperBound, bytes.count)].prefix(80),
          as: UTF8.self)
      }
      notes.append(.footer(words.filter { !$0.isNewline }, line: line))
    }
    return notes
  }

  /// Why the file is refused as a whole, where reading stopped at too many faults.
  func refusal(of text: LoadText) -> Diagnostic? {
    guard isHopeless else { return nil }
    return Diagnostic(
      file: text.name, code: "load-rows",
      message: "\(faultCount) cells or rows cannot be read; the file was not read on",
      hint: "look at the first of them: the file may be something else than interval data")
  }
}
