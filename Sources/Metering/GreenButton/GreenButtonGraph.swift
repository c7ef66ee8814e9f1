import Documents
import Quantities

/// Follows the links of a feed from its blocks to meter readings, reading types and usage points.
struct GreenButtonGraph {
  private let feed: GreenButtonFeed
  private let file: String
  /// Meter readings with the entries about one joined; one without address is one of its own.
  private let meterReadings: [GreenButtonMeterReading]
  private let byTail: [String: [Int]]
  private let byRelated: [String: [Int]]

  init(_ feed: GreenButtonFeed, file: String) {
    self.feed = feed
    self.file = file
    var joined: [GreenButtonMeterReading] = []
    var positions: [String: Int] = [:]
    for reading in feed.meterReadings {
      guard let path = reading.links.own?.path, let known = positions[path] else {
        if let path = reading.links.own?.path { positions[path] = joined.count }
        joined.append(reading)
        continue
      }
      joined[known].links = joined[known].links.joined(with: reading.links)
    }
    meterReadings = joined
    var byTail: [String: [Int]] = [:]
    var byRelated: [String: [Int]] = [:]
    for (index, reading) in joined.enumerated() {
      if let own = reading.links.own { byTail[own.tail, default: []].append(index) }
      for address in reading.links.related { byRelated[address.tail, default: []].append(index) }
    }
    self.byTail = byTail
    self.byRelated = byRelated
  }

  /// The channels that have readings, in the order of their first block.
  ///
  /// - Throws: Every link that leads nowhere or to several.
  func channels() throws(DiagnosticsError) -> [GreenButtonChannel] {
    var channels: [GreenButtonChannel] = []
    var byParent: [Int?: Int] = [:]
    var byMeterReading: [Int: Int] = [:]
    var faults = DiagnosticCollector()
    for (index, block) in feed.blocks.enumerated()
    where !block.readings.isEmpty || feed.withoutLength[index] != nil {
      if let known = byParent[block.parent] {
        if known >= 0 { channels[known].blocks.append(index) }
        continue
      }
      let found = faults.collect { () throws(DiagnosticsError) in
        let owner = try meterReading(of: block)
        if let known = byMeterReading[owner.index] { return known }
        channels.append(try channel(of: owner.index, isLinked: owner.isLinked, block))
        byMeterReading[owner.index] = channels.count - 1
        return channels.count - 1
      }
      byParent[block.parent] = found ?? -1
      if let found { channels[found].blocks.append(index) }
    }
    try faults.throwIfErrors()
    return distinguished(channels)
  }

  /// Channels of one meter and kind get the names of their meter readings.
  private func distinguished(_ channels: [GreenButtonChannel]) -> [GreenButtonChannel] {
    var channels = channels
    for index in channels.indices
    where channels.indices.contains(where: { $0 != index && channels[$0].isLike(channels[index]) })
    {
      channels[index].register = channels[index].name
    }
    return channels
  }

  private func meterReading(
    of block: GreenButtonBlock
  ) throws(DiagnosticsError) -> (index: Int, isLinked: Bool) {
    let parent = block.parent.map { feed.parents[$0] }
    if let up = parent?.up {
      if let found = try one(byRelated[up.tail], for: up, block, \.related) { return (found, true) }
      let inside = up.meterReading
      if let found = try one(byTail[inside.tail], for: inside, block) { return (found, true) }
    }
    if let prefix = parent?.prefix,
      let found = try one(byTail[prefix.tail], for: prefix, block)
    {
      return (found, true)
    }
    if meterReadings.count == 1, feed.types.count == 1 { return (0, false) }
    throw unbound(block, parent)
  }

  /// The only candidate; of several, the one whose whole path fits.
  private func one(
    _ candidates: [Int]?, for address: GreenButtonAddress, _ block: GreenButtonBlock,
    _ related: KeyPath<GreenButtonLinks, [GreenButtonAddress]>? = nil
  ) throws(DiagnosticsError) -> Int? {
    guard let candidates, candidates.count > 1 else { return candidates?.first }
    let exact = candidates.filter { index in
      let links = meterReadings[index].links
      return related.map { links[keyPath: $0].contains { $0.path == address.path } }
        ?? (links.own?.path == address.path)
    }
    if exact.count == 1 { return exact[0] }
    throw error(
      block.line, "load-links",
      """
      the block of readings belongs to \(candidates.count) meter readings at \
      \(LoadEvidence.quoted(address.tail))
      """,
      hint: nil)
  }

  private func unbound(_ block: GreenButtonBlock, _ parent: GreenButtonParent?) -> DiagnosticsError
  {
    let address = (parent?.prefix ?? parent?.up)?.tail
    let place: Message = address.map { " at \(LoadEvidence.quoted($0))" } ?? ""
    if feed.types.isEmpty {
      return error(
        block.line, "load-reading-type",
        "the file holds readings but no ReadingType, so that their unit is not known",
        hint: "the feed with the reading types and meter readings must be in the same file")
    }
    return error(
      block.line, "load-links",
      "no MeterReading\(place) joins the block to one of \(feed.types.count) ReadingTypes",
      hint: "the entries of meter readings must be in the same file as their blocks")
  }

  private func channel(
    of index: Int, isLinked: Bool, _ block: GreenButtonBlock
  ) throws(DiagnosticsError) -> GreenButtonChannel {
    let reading = meterReadings[index]
    let linked = try linkedType(of: reading)
    let type: GreenButtonType
    if let linked {
      type = linked
    } else if feed.types.count == 1, meterReadings.count == 1 {
      type = feed.types[0]
    } else {
      throw typeMissing(of: reading)
    }
    let point = point(of: reading)
    return GreenButtonChannel(
      meter: meterName(of: reading, point), name: reading.links.own?.name ?? "", type: type,
      clock: clock(of: point),
      verdict: GreenButtonJudge(type: type, service: point?.service).verdict(),
      isLinked: isLinked && linked != nil)
  }

  private func linkedType(
    of reading: GreenButtonMeterReading
  ) throws(DiagnosticsError) -> GreenButtonType? {
    let found = Self.linked(feed.types, by: reading.links.related, \.links)
    guard let first = found.first else { return nil }
    guard let other = found.first(where: { !$0.agrees(with: first) }) else { return first }
    throw error(
      other.line, "load-reading-type",
      """
      the readings are said to be of this ReadingType and of the one in line \(first.line), which \
      differs
      """,
      hint: "remove the one that does not describe the readings")
  }

  /// The resources that one of some addresses is of, by their whole paths if any fits so.
  private static func linked<Resource>(
    _ resources: [Resource], by addresses: [GreenButtonAddress],
    _ links: KeyPath<Resource, GreenButtonLinks>
  ) -> [Resource] {
    let tails = Set(addresses.map(\.tail))
    let alike = resources.filter { resource in
      resource[keyPath: links].own.map { tails.contains($0.tail) } ?? false
    }
    guard alike.count > 1 else { return alike }
    let paths = Set(addresses.map(\.path))
    let exact = alike.filter { resource in
      resource[keyPath: links].own.map { paths.contains($0.path) } ?? false
    }
    return exact.isEmpty ? alike : exact
  }

  private func typeMissing(of reading: GreenButtonMeterReading) -> DiagnosticsError {
    guard !feed.types.isEmpty else {
      return error(
        reading.line, "load-reading-type",
        """
        the MeterReading points to a ReadingType that is not in the file, so that the unit of its \
        readings is not known
        """,
        hint: "the feed with the reading types must be in the same file")
    }
    let wanted = reading.links.related.first { $0.tail.hasPrefix("ReadingType") }
    let place: Message =
      wanted.map { "points to \(LoadEvidence.quoted($0.tail))" } ?? "points to none"
    return error(
      reading.line, "load-reading-type",
      "the MeterReading \(place), which is none of the \(feed.types.count) ReadingTypes of the file",
      hint: "correct its link rel=\"related\"")
  }

  private func point(of reading: GreenButtonMeterReading) -> GreenButtonPoint? {
    let addresses = [reading.links.own, reading.links.up].compactMap { $0 }
    for address in addresses {
      guard let inside = address.usagePointAddress else { continue }
      let found = feed.points.filter { $0.links.own?.tail == inside.tail }
      if found.count == 1 { return found[0] }
      if let exact = found.first(where: { $0.links.own?.path == inside.path }) { return exact }
    }
    let tails = Set(addresses.map(\.tail))
    let related = feed.points.filter { $0.links.related.contains { tails.contains($0.tail) } }
    if related.count == 1 { return related[0] }
    return feed.points.count == 1 ? feed.points[0] : nil
  }

  /// The name behind `UsagePoint/`; the whole path where two usage points share the name.
  private func meterName(
    of reading: GreenButtonMeterReading, _ point: GreenButtonPoint?
  ) -> String {
    let own = point?.links.own ?? reading.links.own?.usagePointAddress
    guard let own else { return reading.links.own?.name ?? "UsagePoint" }
    let paths = feed.points.compactMap(\.links.own).filter { $0.tail == own.tail }.map(\.path)
    guard Set(paths).count <= 1 else { return own.path }
    return own.usagePoint ?? own.path
  }

  private func clock(of point: GreenButtonPoint?) -> GreenButtonClock? {
    let related = point?.links.related ?? []
    if let linked = Self.linked(feed.clocks, by: related, \.links).first { return linked }
    guard let first = feed.clocks.first else { return nil }
    return feed.clocks.allSatisfy { $0.zone == first.zone } ? first : nil
  }

  private func error(
    _ line: Int, _ code: String, _ message: Message, hint: Message?
  ) -> DiagnosticsError {
    DiagnosticsError(Diagnostic(file: file, line: line, code: code, message: message, hint: hint))
  }
}
