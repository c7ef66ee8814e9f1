import Documents
import Quantities
import Use

/// Gathers the channels of files that are no tables of whole days, and makes accounts of them.
struct SeriesStore {
  /// A file that was read, and how.
  struct ReadFile {
    let file: LoadFile
    let format: LoadFormat
    let encoding: TextEncoding
    let notes: [LoadNote]
    /// The meters in order of appearance.
    let meters: [String]
  }

  /// What the channels of an account have in common.
  struct Source {
    let account: String
    let file: String
    let repairs: LoadRepairs
    let zone: CivilZone
    /// Whether the file or the user says which zone that is.
    let isZoneKnown: Bool
    /// What the user says about stamps that are called UTC.
    let epoch: EpochMeaning?
  }

  private(set) var files: [ReadFile] = []
  private(set) var names: [String] = []
  var channels: [String: [SettledChannel]] = [:]
  var sources: [String: Source] = [:]
  var findings: [String: [LoadFinding]] = [:]
  private var pending: [String: [ChannelKey: MeterSeries]] = [:]
  private var order: [String: [ChannelKey]] = [:]

  /// What tells one channel of an account from another.
  private struct ChannelKey: Hashable {
    let meter: String
    let register: String
    let isReactive: Bool
    let direction: FlowDirection
  }

  /// Takes a file's channels.
  ///
  /// - Throws: What the caller's options say that does not fit the file.
  mutating func add(_ read: SeriesFile, of file: LoadFile) throws(DiagnosticsError) {
    let series = try Self.chosen(read.series, file)
    let zone = try Self.zone(of: file)
    var meters: [String] = []
    for one in series {
      if !meters.contains(one.meter) { meters.append(one.meter) }
      let account = file.options.account ?? one.meter
      if sources[account] == nil {
        names.append(account)
        sources[account] = Source(
          account: account, file: read.name, repairs: file.repairs,
          zone: zone ?? one.zone ?? .utc, isZoneKnown: zone != nil || one.zone != nil,
          epoch: file.options.epoch)
      }
      merge(one, into: account)
    }
    for finding in read.findings {
      let account = file.options.account ?? finding.account
      if sources[account] == nil, !names.contains(account) { names.append(account) }
      findings[account, default: []].append(finding)
    }
    files.append(
      ReadFile(
        file: file, format: read.format, encoding: read.encoding, notes: read.notes,
        meters: meters))
  }

  private mutating func merge(_ series: MeterSeries, into account: String) {
    let key = ChannelKey(
      meter: series.meter, register: series.register, isReactive: series.measure.isReactive,
      direction: series.direction)
    if pending[account]?[key] != nil {
      pending[account]?[key]?.readings.append(contentsOf: series.readings)
      pending[account]?[key]?.dayStarts.append(contentsOf: series.dayStarts)
    } else {
      pending[account, default: [:]][key] = series
      order[account, default: []].append(key)
    }
  }

  private static func zone(of file: LoadFile) throws(DiagnosticsError) -> CivilZone? {
    guard let name = file.zone ?? file.options.zone else { return nil }
    do throws(ZoneFault) {
      return try ZoneDatabase.zone(name)
    } catch {
      throw DiagnosticsError(
        Diagnostic(
          file: file.name, code: "load-zone", message: error.sentence, hint: error.advice))
    }
  }

  /// The channels of the meter that was asked for.
  private static func chosen(
    _ series: [MeterSeries], _ file: LoadFile
  ) throws(DiagnosticsError) -> [MeterSeries] {
    guard let wanted = file.options.meter else { return series }
    let chosen = series.filter {
      $0.meter == wanted || (!$0.register.isEmpty && "\($0.meter)/\($0.register)" == wanted)
    }
    if chosen.isEmpty {
      let names = Set(series.map(\.meter)).sorted()
      throw DiagnosticsError(
        Diagnostic(
          file: file.name, code: "load-meter",
          message: "the file holds no meter \(Printable.quote(wanted))",
          hint: "it holds \(Printable.alternatives(Array(names.prefix(12))))"))
    }
    return chosen
  }

  /// Puts every channel in order; each account's memory is given up as it is done.
  mutating func settle() {
    for name in names {
      guard let source = sources[name], let keys = order[name] else { continue }
      for key in keys {
        guard var series = pending[name]?.removeValue(forKey: key) else { continue }
        if source.epoch == .local { Self.reinterpret(&series, in: source.zone) }
        channels[name, default: []].append(
          SeriesSettler.settle(series, repairs: source.repairs, zone: source.zone))
      }
      order[name] = nil
    }
  }

  /// Reads stamps that are called UTC as the zone's standard time.
  private static func reinterpret(_ series: inout MeterSeries, in zone: CivilZone) {
    func moved(_ start: Int64) -> Int64 {
      // Half a year apart, one of two moments is in standard time, whose offset is the lower.
      let offsets = [zone.offset(at: start), zone.offset(at: start + 15_778_800)]
      return start - Int64(min(offsets[0], offsets[1]))
    }
    for index in series.readings.indices {
      series.readings[index].start = moved(series.readings[index].start)
    }
    series.dayStarts = series.dayStarts.map(moved)
  }
}
