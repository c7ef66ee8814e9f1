import Documents

/// A file of channels, read to its end.
///
/// What stands in it is not yet sorted, merged or cut into days: ``SeriesStore`` does that for all
/// formats alike.
package struct SeriesFile: Sendable {
  /// The file's name in messages.
  package let name: String
  package let format: LoadFormat
  package let encoding: TextEncoding
  package var series: [MeterSeries]
  /// What was seen while reading; ``LoadFinding/account`` holds the meter.
  package var findings: [LoadFinding]
  package var notes: [LoadNote]

  package init(
    name: String, format: LoadFormat, encoding: TextEncoding = .utf8, series: [MeterSeries] = [],
    findings: [LoadFinding] = [], notes: [LoadNote] = []
  ) {
    self.name = name
    self.format = format
    self.encoding = encoding
    self.series = series
    self.findings = findings
    self.notes = notes
  }
}
