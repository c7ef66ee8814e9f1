import Quantities
import Use

extension LoadProfile {
  /// The profile with its gaps filled by one rule after another; what no rule fills stays missing.
  ///
  /// Each channel is filled on its own. Supply lines that are metered apart are left as they are:
  /// fill them before they are added up.
  ///
  /// - Parameters:
  ///   - rules: In the order in which they are tried.
  ///   - account: Its name in findings.
  ///   - readingDay: The day meters are read, for ``FillRule/register``; nothing for calendar months.
  /// - Returns: The profile, with what was filled.
  package func filled(
    by rules: [FillRule], account: String, readingDay: Int? = nil
  ) -> RepairedProfile {
    var filler = GapFiller(self, account: account, readingDay: readingDay)
    for rule in rules { filler.apply(rule) }
    return filler.result
  }

  /// The profile with the intervals of each month scaled so that they add up to its register.
  ///
  /// Months without a register, or that agree with it, are left as they are; so are those that have
  /// gaps or lie partly outside the profile, and a finding says so.
  ///
  /// - Parameters:
  ///   - account: Its name in findings.
  ///   - readingDay: The day meters are read; nothing for calendar months.
  /// - Returns: The profile, with the months that were scaled.
  package func scaledToRegisters(account: String, readingDay: Int? = nil) -> RepairedProfile {
    var result = self
    var findings: [LoadFinding] = []
    var scaled: [EnergyComparison] = []
    var touched: Set<Int> = []
    for month in ProfileMonth.all(of: self, readingDay: readingDay) {
      guard let reading = registers.first(where: { $0.month == month.month }) else { continue }
      for channel in ProfileChannel.allCases {
        guard var values = channel.values(of: result), let register = channel.register(of: reading)
        else { continue }
        let own = Array(values[month.range])
        let found = Energy(
          millijoules: own.reduce(0) { $1 == Self.missing ? $0 : $0 + Int128($1) })
        guard found != register else { continue }
        let parts: [Int64]
        switch Self.scaled(own, found, to: register, month, intervalSeconds) {
        case .success(let values): parts = values
        case .failure(let refused):
          if channel == .active {
            findings.append(
              LoadFinding(quality: .refused(month.month, refused.reason), account: account))
          }
          continue
        }
        values.replaceSubrange(month.range, with: parts)
        channel.set(values, in: &result)
        touched.formUnion(month.range)
        if channel == .active {
          scaled.append(EnergyComparison(month: month.month, found: found, expected: register))
        }
      }
    }
    if !scaled.isEmpty {
      findings.insert(
        LoadFinding(quality: .scaled(scaled), account: account, count: scaled.count), at: 0)
    }
    return RepairedProfile(
      profile: result, findings: findings, estimated: result.spans(of: touched))
  }

  private struct Refused: Error {
    let reason: RepairRefusal
  }

  private static func scaled(
    _ values: [Int64], _ found: Energy, to register: Energy, _ month: ProfileMonth,
    _ intervalSeconds: Int
  ) -> Result<[Int64], Refused> {
    guard month.days == month.period else { return .failure(Refused(reason: .notSpanned)) }
    let gaps = values.count { $0 == missing }
    guard gaps == 0 else { return .failure(Refused(reason: .gaps(gaps))) }
    guard found > .zero else { return .failure(Refused(reason: .nothingToScale)) }
    let parts = LargestRemainder.split(register.millijoules, by: values)
    guard let checked = plausible(parts, intervalSeconds) else {
      return .failure(Refused(reason: .tooLarge))
    }
    return .success(checked)
  }

  /// Energies as values of intervals; nothing where one has a mean power of 10 GW or more.
  static func plausible(_ parts: [Int128], _ intervalSeconds: Int) -> [Int64]? {
    let limit = Int128(10_000_000) * Power.unitsPerOne * Int128(intervalSeconds)
    let checked = parts.compactMap { $0 < limit ? Int64(exactly: $0) : nil }
    return checked.count == parts.count ? checked : nil
  }

  /// The position of the interval that begins at a time of a day.
  ///
  /// - Returns: Nothing for a time that the clock skips that day, or a day outside the profile; of a
  ///   time it shows twice, the first.
  func position(at second: Int, on day: CalendarDate) -> Int? {
    guard let range = range(of: day) else { return nil }
    guard let change = clockChange(on: day) else {
      return range.lowerBound + second / intervalSeconds
    }
    return range.first {
      change.clockPosition(of: $0 - range.lowerBound) * intervalSeconds == second
    }
  }

  /// Intervals as spans, in order.
  func spans(of indices: Set<Int>) -> [RepairedProfile.EstimatedSpan] {
    var ranges: [Range<Int>] = []
    for index in indices.sorted() {
      if let last = ranges.last, last.upperBound == index {
        ranges[ranges.count - 1] = last.lowerBound..<(index + 1)
      } else {
        ranges.append(index..<(index + 1))
      }
    }
    return ranges.map { range in
      let energy = active[range].reduce(Int128(0)) {
        $1 == Self.missing ? $0 : $0 + Int128($1)
      }
      return .init(
        range: range, start: start(of: range.lowerBound), energy: Energy(millijoules: energy))
    }
  }
}
