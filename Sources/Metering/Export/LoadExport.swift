import Quantities
import Use

/// Writes interval data as CSV that ``LoadReader`` reads back to the same profiles.
///
/// Values are written as kW or kvar where each of them has at most six digits after the point,
/// otherwise as kWh or kvarh, otherwise as kJ or kvars, in which every whole millijoule is exact.
package enum LoadExport {
  /// The account and its profile.
  package typealias Account = (id: String, profile: LoadProfile)

  /// One written channel.
  private struct Channel {
    let name: String
    let values: [Int64]
    /// Millijoules of 10⁻⁶ units.
    let millijoules: Int64
  }

  /// The form that holds a profile: wide where its days have 24, 48, 96, 288 or 1440 intervals,
  /// long otherwise.
  package static func file(_ account: Account) -> [UInt8] {
    let profile = account.profile
    let fits = [24, 48, 96, 288, 1440].contains(profile.intervalsPerDay)
    return fits && profile.clockChanges.isEmpty ? wide([account]) : long(account)
  }

  /// A row per account, day and quantity.
  ///
  /// - Parameter accounts: Profiles of one interval length.
  /// - Returns: UTF-8.
  package static func wide(_ accounts: [Account]) -> [UInt8] {
    guard let first = accounts.first else { return [] }
    let count = first.profile.intervalsPerDay
    precondition(
      accounts.allSatisfy {
        $0.profile.intervalsPerDay == count && $0.profile.clockChanges.isEmpty
      }, "a wide file has days of one length")
    precondition([24, 48, 96, 288, 1440].contains(count), "no wide file has \(count) columns")
    var text = Array("account,date,quantity".utf8)
    for slot in 1...count { text += Array(",p\(slot)".utf8) }
    text.append(Byte.lineFeed)
    for account in accounts {
      let id = Array(quoted(account.id).utf8)
      let channels = channels(of: account.profile)
      for day in 0..<account.profile.dayCount {
        let date = account.profile.firstDay.adding(days: day).description
        for channel in channels {
          text += id
          text += Array(",\(date),\(channel.name)".utf8)
          for value in channel.values[(day * count)..<((day + 1) * count)] {
            text.append(Byte.comma)
            append(value, channel.millijoules, to: &text)
          }
          text.append(Byte.lineFeed)
        }
      }
    }
    return text
  }

  /// A row per interval of one account; stamps mark the start.
  package static func long(_ account: Account) -> [UInt8] {
    let channels = channels(of: account.profile)
    var text = Array("account,timestamp".utf8)
    for channel in channels { text += Array(",\(channel.name.lowercased())".utf8) }
    text.append(Byte.lineFeed)
    let id = Array(quoted(account.id).utf8)
    for index in account.profile.active.indices {
      let start = account.profile.start(of: index)
      text += id
      text += Array(",\(start.description.replacing("T", with: " "))".utf8)
      for channel in channels {
        text.append(Byte.comma)
        append(channel.values[index], channel.millijoules, to: &text)
      }
      text.append(Byte.lineFeed)
    }
    return text
  }

  private static func channels(of profile: LoadProfile) -> [Channel] {
    var channels: [Channel] = []
    let interval = profile.intervalSeconds
    func add(_ values: [Int64]?, _ name: (LoadUnit) -> String) {
      guard let values else { return }
      let unit = unit(for: values, interval)
      channels.append(
        Channel(
          name: name(unit), values: values,
          millijoules: Int64(unit.millijoules(intervalSeconds: interval) / 1_000_000)))
    }
    add(profile.active) { $0.rawValue }
    guard let forward = profile.reactiveForward else {
      add(profile.reactiveReverse) { $0.reactiveName + "_reverse" }
      return channels
    }
    guard let reverse = profile.reactiveReverse else {
      add(forward) { $0.reactiveName + "_forward" }
      return channels
    }
    if let signed = signed(forward, reverse) {
      add(signed) { $0.reactiveName }
    } else {
      add(forward) { $0.reactiveName + "_forward" }
      add(reverse) { $0.reactiveName + "_reverse" }
    }
    return channels
  }

  /// Reactive energy as one signed channel, where no interval has both.
  private static func signed(_ forward: [Int64], _ reverse: [Int64]) -> [Int64]? {
    var signed: [Int64] = []
    signed.reserveCapacity(forward.count)
    for (drawn, fed) in zip(forward, reverse) {
      let isMissing = drawn == LoadProfile.missing
      guard isMissing == (fed == LoadProfile.missing), isMissing || drawn == 0 || fed == 0 else {
        return nil
      }
      signed.append(isMissing ? LoadProfile.missing : drawn - fed)
    }
    return signed
  }

  /// The first of kW, kWh and kJ that keeps every value.
  private static func unit(for values: [Int64], _ interval: Int) -> LoadUnit {
    for unit in [LoadUnit.kilowatt, .kilowattHour] {
      let step = Int64(unit.millijoules(intervalSeconds: interval) / 1_000_000)
      if values.allSatisfy({ $0 == LoadProfile.missing || $0 % step == 0 }) { return unit }
    }
    return .kilojoule
  }

  /// Writes millijoules as a number of units of 10⁶ `step`, with no more digits than it needs.
  private static func append(_ value: Int64, _ step: Int64, to text: inout [UInt8]) {
    guard value != LoadProfile.missing else { return }
    let units = (value / step).magnitude
    if value < 0 { text.append(Byte.hyphen) }
    text += Array(String(units / 1_000_000).utf8)
    var fraction = units % 1_000_000
    guard fraction > 0 else { return }
    text.append(Byte.point)
    var place: UInt64 = 100_000
    while fraction > 0 {
      text.append(Byte.zero + UInt8(fraction / place))
      fraction %= place
      place /= 10
    }
  }

  /// A cell in quotes, where it needs them to be read back as it is.
  private static func quoted(_ text: String) -> String {
    // Scalar by scalar: a comma with a mark on it separates cells all the same.
    let needsQuotes =
      text.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
      || text.first?.isWhitespace == true || text.last?.isWhitespace == true
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
