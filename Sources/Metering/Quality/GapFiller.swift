import Quantities
import Use

/// Fills the gaps of a profile by one rule after another.
struct GapFiller {
  /// References of ``FillRule/likeDay(weeks:)`` beyond these say less about the day than those near.
  private static let mostReferences = 4

  /// Estimates rest on what was metered, never on other estimates.
  private let metered: LoadProfile
  private let account: String
  private let months: [ProfileMonth]
  private(set) var profile: LoadProfile
  private(set) var findings: [LoadFinding] = []
  private var estimated: Set<Int> = []

  init(_ profile: LoadProfile, account: String, readingDay: Int?) {
    metered = profile
    self.profile = profile
    self.account = account
    months = ProfileMonth.all(of: profile, readingDay: readingDay)
  }

  /// A gap's interval and the value for it. [mJ]
  private typealias Filling = (index: Int, value: Int64)

  mutating func apply(_ rule: FillRule) {
    var touched: Set<Int> = []
    var energy: Int128 = 0
    for channel in ProfileChannel.allCases {
      guard var values = channel.values(of: profile), let metered = channel.values(of: metered)
      else { continue }
      let fillings: [Filling]
      switch rule {
      case .linear(let longest):
        fillings = linear(values, metered, longest: longest / profile.intervalSeconds)
      case .likeDay(let weeks): fillings = likeDay(values, metered, weeks: weeks)
      case .register: fillings = register(values, channel)
      }
      for (index, value) in fillings {
        values[index] = value
        touched.insert(index)
        if channel == .active { energy += Int128(value) }
      }
      channel.set(values, in: &profile)
    }
    guard let first = touched.min() else { return }
    estimated.formUnion(touched)
    findings.append(
      LoadFinding(
        quality: .filled(
          rule, first: profile.start(of: first), energy: Energy(millijoules: energy)),
        account: account, count: touched.count))
  }

  // The sums from the start of the gap are rounded down, so that its whole energy is that of the
  // line, less a part of a millijoule.
  private func linear(_ values: [Int64], _ metered: [Int64], longest: Int) -> [Filling] {
    var fillings: [Filling] = []
    for gap in Self.gaps(values) {
      guard gap.count <= longest, gap.lowerBound > 0, gap.upperBound < values.count,
        metered[gap.lowerBound - 1] != LoadProfile.missing,
        metered[gap.upperBound] != LoadProfile.missing
      else { continue }
      let from = Int128(metered[gap.lowerBound - 1])
      let rise = Int128(metered[gap.upperBound]) - from
      let steps = Int128(gap.count) + 1
      var before: Int128 = 0
      for (offset, index) in gap.enumerated() {
        let place = Int128(offset) + 1
        let sum = (from * place * steps * 2 + rise * place * (place + 1)) / (steps * 2)
        fillings.append((index, Int64(sum - before)))
        before = sum
      }
    }
    return fillings
  }

  private func likeDay(_ values: [Int64], _ metered: [Int64], weeks: Int) -> [Filling] {
    var fillings: [Filling] = []
    for index in values.indices where values[index] == LoadProfile.missing {
      let start = profile.start(of: index)
      var references: [Int64] = []
      for days in (1...weeks).flatMap({ [-7 * $0, 7 * $0] })
      where references.count < Self.mostReferences {
        let day = start.date.adding(days: days)
        if let place = profile.position(at: start.second, on: day),
          metered[place] != LoadProfile.missing
        {
          references.append(metered[place])
        }
      }
      guard !references.isEmpty else { continue }
      let sum = references.reduce(Int128(0)) { $0 + Int128($1) }
      fillings.append((index, Int64(sum / Int128(references.count))))
    }
    return fillings
  }

  private mutating func register(_ values: [Int64], _ channel: ProfileChannel) -> [Filling] {
    var fillings: [Filling] = []
    for month in months {
      let gaps = month.range.filter { values[$0] == LoadProfile.missing }
      guard !gaps.isEmpty || month.days != month.period,
        let reading = profile.registers.first(where: { $0.month == month.month }),
        let register = channel.register(of: reading)
      else { continue }
      switch Self.spread(register, over: gaps, in: month, values, profile.intervalSeconds) {
      case .success(let parts): fillings += zip(gaps, parts).map { (index: $0, value: $1) }
      case .failure(let refusal):
        // A gap in reactive energy is told as such; the words of a refusal are about active energy.
        guard channel == .active else { continue }
        findings.append(
          LoadFinding(quality: .refused(month.month, refusal.reason), account: account))
      }
    }
    return fillings
  }

  private struct Refused: Error {
    let reason: RepairRefusal
  }

  private static func spread(
    _ register: Energy, over gaps: [Int], in month: ProfileMonth, _ values: [Int64],
    _ intervalSeconds: Int
  ) -> Result<[Int64], Refused> {
    guard month.days == month.period else { return .failure(Refused(reason: .notSpanned)) }
    let present = Energy(
      millijoules: month.range.reduce(Int128(0)) {
        values[$1] == LoadProfile.missing ? $0 : $0 + Int128(values[$1])
      })
    guard present <= register else {
      return .failure(Refused(reason: .negative(present: present, register: register)))
    }
    let parts = LargestRemainder.split(
      (register - present).millijoules, by: Array(repeating: 1, count: gaps.count))
    guard let checked = LoadProfile.plausible(parts, intervalSeconds) else {
      return .failure(Refused(reason: .tooLarge))
    }
    return .success(checked)
  }

  private static func gaps(_ values: [Int64]) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var start: Int?
    for (index, value) in values.enumerated() {
      if value == LoadProfile.missing {
        start = start ?? index
      } else if let begun = start {
        gaps.append(begun..<index)
        start = nil
      }
    }
    if let start { gaps.append(start..<values.count) }
    return gaps
  }

  /// The profile with all that was done.
  var result: RepairedProfile {
    RepairedProfile(
      profile: profile, findings: findings, estimated: profile.spans(of: estimated))
  }
}
