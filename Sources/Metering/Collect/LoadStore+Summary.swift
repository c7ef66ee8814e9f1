extension LoadStore.ReadFile {
  /// What the file turned out to be.
  var summary: LoadFileSummary {
    var notes = plan.notes
    if record.repeatedHeadings > 0 {
      notes.append(.repeatedHeading(count: record.repeatedHeadings))
    }
    var finder = PlaceFinder(text)
    for range in record.footers.prefix(20) {
      let line = finder.location(of: range.lowerBound).line
      let words = text.withBytes { bytes in
        String(
          decoding: bytes[range.lowerBound..<min(range.upperBound, bytes.count)].prefix(80),
          as: UTF8.self)
      }
      notes.append(.footer(words.filter { !$0.isNewline }, line: line))
    }
    let isWide: Bool
    if case .wide = plan.layout.shape { isWide = true } else { isWide = false }
    return LoadFileSummary(
      file: text.name, encoding: text.encoding, isWide: isWide,
      intervalSeconds: plan.intervalSeconds, rowCount: record.rowCount,
      accounts: record.accounts.texts, notes: notes)
  }
}
