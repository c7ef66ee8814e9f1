import Quantities

/// Why there is no time zone of a name.
package enum ZoneFault: Error, Sendable, Hashable, Worded {
  /// The database has no such name.
  case unknown(String)
  /// There is no database to look it up in.
  case noDatabase(String)

  /// One sentence.
  package var sentence: Message {
    switch self {
    case .unknown(let name):
      return """
        \(Printable.quote(name)) is not a known time zone; a name such as Asia/Shanghai or \
        America/New_York, or an offset such as +10:00, is expected
        """
    case .noDatabase(let name):
      return
        """
        the time zone \(Printable.quote(name)) cannot be looked up: the time-zone database is \
        not installed
        """
    }
  }

  /// A correction to try.
  package var advice: Message? {
    switch self {
    case .unknown(let name):
      let names = ["asia/beijing", "beijing", "asia/peking", "peking", "cst", "prc", "china"]
      return names.contains(name.lowercased()) ? "all of China keeps Asia/Shanghai" : nil
    case .noDatabase: return "install the package tzdata, or give the offset: +10:00"
    }
  }
}
