import Documents

/// Reads NEM12, the meter data file format of the Australian market for interval data.
package enum NEM12Reader {
  /// Whether a file that begins with these bytes says that it is NEM12.
  package static func claims(_ prefix: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = prefix.starts(with: mark) ? prefix.dropFirst(mark.count) : prefix[...]
    return text.starts(with: "100,NEM12".utf8)
  }

  /// Reads a file that must be without fault.
  ///
  /// - Returns: A series for each stream of each metering point, with stamps of UTC+10 all year.
  /// - Throws: Everything that is wrong with the file, by line and column.
  package static func read(_ file: LoadFile) throws(DiagnosticsError) -> SeriesFile {
    try read(LoadText.open(file))
  }

  /// Reads a text that must be without fault.
  static func read(_ text: LoadText) throws(DiagnosticsError) -> SeriesFile {
    let scan = text.withBytes { bytes in
      var scan = NEM12Scan(text: text, bytes: bytes)
      scan.run()
      return scan.outcome
    }
    try scan.faults.throwIfErrors()
    return NEM12Assembly(text: text, channels: scan.channels, notes: scan.notes).file()
  }
}
