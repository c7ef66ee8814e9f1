/// What a scan notes beside the values.
struct ScanRecord {
  /// A row at fault.
  struct Fault {
    let evidence: LoadEvidence
    let account: Int
    /// In the text of the file.
    let range: Range<Int>
    /// Rows it is about.
    let count: Int
  }

  /// Faults told in full; the rest is counted.
  static let mostFaults = 100
  /// A file with more is not read on: it is something else than it is taken for.
  static let hopeless = 10_000

  var accounts = ByteTable()
  private(set) var faults: [Fault] = []
  /// Faults by account, told or not.
  private(set) var faultCounts: [Int: Int] = [:]
  private(set) var faultCount = 0
  /// Rows left out because they repeat the heading.
  var repeatedHeadings = 0
  /// Offsets of rows of sums or averages.
  var footers: [Range<Int>] = []
  /// The unit of each quantity that rows name.
  var units: [LoadChannel: LoadUnit] = [:]
  /// Rows with data, at fault or not.
  var rowCount = 0
  /// Midnights that stand under the date of the day they end, by account.
  var sameDateMidnights: [Int: Int] = [:]
  /// Values rounded to a whole millijoule, by account.
  var rounded: [Int: Int] = [:]

  var isHopeless: Bool { faultCount >= Self.hopeless }

  mutating func add(
    _ evidence: LoadEvidence, account: Int, at range: Range<Int>, count: Int = 1
  ) {
    faultCount += 1
    faultCounts[account, default: 0] += 1
    if faults.count < Self.mostFaults {
      faults.append(Fault(evidence: evidence, account: account, range: range, count: count))
    }
  }

  /// The number of an account's name.
  mutating func account(named name: String) -> Int {
    Array(name.utf8).withUnsafeBufferPointer { accounts.index(of: $0, from: 0, to: $0.count).index }
  }
}
