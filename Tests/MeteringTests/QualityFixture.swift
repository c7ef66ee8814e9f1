import Metering
import Quantities
import Use

/// Profiles made of watt-hours, for tests of what is noticed and repaired.
enum QualityFixture {
  static let missing = LoadProfile.missing
  /// The energy of one watt-hour. [mJ]
  static let wattHour: Int64 = 3_600_000

  /// A profile of watt-hours by interval, from a day on; nothing is a gap.
  static func profile(
    from day: String = "2024-01-01", seconds: Int = 900, _ values: [Int64?],
    forward: [Int64?]? = nil, reverse: [Int64?]? = nil, changes: [ClockChange] = []
  ) -> LoadProfile {
    func energy(_ values: [Int64?]) -> [Int64] {
      values.map { $0.map { $0 * wattHour } ?? missing }
    }
    return LoadProfile(
      firstDay: CalendarDate(iso: day) ?? CalendarDate(dayNumber: 0), intervalSeconds: seconds,
      active: energy(values), reactiveForward: forward.map(energy),
      reactiveReverse: reverse.map(energy), clockChanges: changes)
  }

  /// Days of a load that never shows a value twice in a row: 1000 to 1060 Wh.
  static func varying(days: Int, perDay: Int = 96) -> [Int64?] {
    (0..<(days * perDay)).map { 1000 + Int64($0 * 37 % 61) }
  }

  static func findings(
    _ profile: LoadProfile, _ code: LoadFindingCode, capacity: Power? = nil,
    multiplier: Rate = .one, readingDay: Int? = nil
  ) -> [LoadFinding] {
    QualityCheck.findings(
      profile, account: "A", capacity: capacity, multiplier: multiplier, readingDay: readingDay
    ).filter { $0.code == code }
  }

  /// What a finding is about; nothing for findings of other kinds.
  static func evidence(_ finding: LoadFinding?) -> QualityEvidence? {
    guard case .quality(let evidence)? = finding?.evidence else { return nil }
    return evidence
  }

  static func time(_ text: String) -> LocalTime? {
    let parts = text.split(separator: "T")
    guard parts.count == 2, let date = CalendarDate(iso: parts[0]), let clock = ClockTime(parts[1])
    else { return nil }
    return LocalTime(date: date, second: clock.minutes * 60)
  }

  static func sum(_ values: some Sequence<Int64>) -> Int128 {
    values.reduce(0) { $1 == missing ? $0 : $0 + Int128($1) }
  }
}
