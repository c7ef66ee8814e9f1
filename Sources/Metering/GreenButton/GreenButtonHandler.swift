import Documents

/// Gathers what stands in a feed; links are followed once all is read, for entries stand in any
/// order.
final class GreenButtonHandler: MarkupFieldHandler {
  private(set) var feed = GreenButtonFeed()
  /// The outermost element and its namespace.
  private(set) var root: (name: String, namespace: String?)?
  /// Whether a feed or entry that stands in no other has ended.
  private(set) var isClosed = false

  private var links = GreenButtonLinks()
  /// How many resources there were when the entry began.
  private var before = (points: 0, meterReadings: 0, types: 0, clocks: 0, blocks: 0)
  private var parents: [GreenButtonParent: Int] = [:]
  private var reading: GreenButtonOpenReading?
  private let href: MarkupName
  private let rel: MarkupName

  init(_ stream: MarkupFieldStream) {
    href = stream.name("href")
    rel = stream.name("rel")
  }

  /// Hands the feed over; nothing of it stays here, so that it is not held twice.
  func takeFeed() -> GreenButtonFeed {
    defer { feed = GreenButtonFeed() }
    return feed
  }

  func fieldStarted(
    _ code: UInt8, in parent: UInt8, _ element: MarkupStart, from stream: MarkupFieldStream
  ) {
    let field = GreenButtonField(rawValue: code)
    if root == nil {
      root = (stream.text(of: element.name), element.namespace.map(stream.text))
    }
    if field == .intervalReading {
      guard parent == GreenButtonField.intervalBlock.rawValue else {
        return feed.note(.strayReading, line: stream.line, text: "")
      }
      reading = GreenButtonOpenReading(line: stream.line)
      return
    }
    switch field {
    case .entry: beginEntry()
    case .link where parent == GreenButtonField.entry.rawValue: readLink(element)
    case .usagePoint: feed.points.append(GreenButtonPoint(line: stream.line))
    case .meterReading: feed.meterReadings.append(GreenButtonMeterReading(line: stream.line))
    case .readingType: feed.types.append(GreenButtonType(line: stream.line))
    case .localTimeParameters: feed.clocks.append(GreenButtonClock(line: stream.line))
    case .intervalBlock:
      feed.blocks.append(
        GreenButtonBlock(line: stream.line, readings: feed.pool.count..<feed.pool.count))
    case .summary: feed.summaryCount += 1
    case .customer: feed.hasCustomerData = true
    default: break
    }
  }

  func fieldEnded(
    _ code: UInt8, in parent: UInt8, text: UnsafeBufferPointer<UInt8>,
    from stream: MarkupFieldStream
  ) {
    guard let field = GreenButtonField(rawValue: code) else { return }
    if reading != nil {
      readPart(field, in: GreenButtonField(rawValue: parent), text, from: stream)
      return
    }
    switch (field, GreenButtonField(rawValue: parent)) {
    case (.entry, let outside):
      endEntry()
      isClosed = isClosed || outside == nil
    case (.feed, nil): isClosed = true
    case (.start, .interval):
      // A start outside all sense is none: readings mostly have their own.
      if let last = feed.blocks.indices.last {
        feed.blocks[last].start = GreenButtonNumber.whole(text).flatMap {
          Self.years.contains($0) ? $0 : nil
        }
      }
    case (.duration, .interval):
      if let last = feed.blocks.indices.last {
        feed.blocks[last].seconds = GreenButtonNumber.whole(text)
      }
    case (.kind, .serviceCategory):
      if let last = feed.points.indices.last {
        feed.points[last].service = GreenButtonNumber.whole(text) ?? -1
      }
    case (let field, .readingType):
      if let last = feed.types.indices.last {
        feed.types[last].set(field, text, line: stream.line)
      }
    case (let field, .localTimeParameters): readClock(field, text)
    default: break
    }
  }

  private func readClock(_ field: GreenButtonField, _ text: UnsafeBufferPointer<UInt8>) {
    guard let last = feed.clocks.indices.last else { return }
    switch field {
    case .dstStartRule: feed.clocks[last].startRule = Self.string(text)
    case .dstEndRule: feed.clocks[last].endRule = Self.string(text)
    case .dstOffset: feed.clocks[last].daylightSeconds = GreenButtonNumber.whole(text)
    case .tzOffset: feed.clocks[last].standardSeconds = GreenButtonNumber.whole(text)
    default: break
    }
  }

  private func readLink(_ element: MarkupStart) {
    guard let relation = element[rel], let address = element[href] else { return }
    links.add(
      String(decoding: relation, as: UTF8.self), String(decoding: address, as: UTF8.self))
  }

  private func beginEntry() {
    links = GreenButtonLinks()
    before = (
      feed.points.count, feed.meterReadings.count, feed.types.count, feed.clocks.count,
      feed.blocks.count
    )
  }

  private func endEntry() {
    for index in before.points..<feed.points.count { feed.points[index].links = links }
    for index in before.meterReadings..<feed.meterReadings.count {
      feed.meterReadings[index].links = links
    }
    for index in before.types..<feed.types.count { feed.types[index].links = links }
    for index in before.clocks..<feed.clocks.count { feed.clocks[index].links = links }
    guard before.blocks < feed.blocks.count else { return }
    // Of the links of blocks, of which there may be very many, only what differs is kept.
    let parent = GreenButtonParent(links)
    let position = parents[parent] ?? feed.parents.count
    if position == feed.parents.count {
      feed.parents.append(parent)
      parents[parent] = position
    }
    for index in before.blocks..<feed.blocks.count { feed.blocks[index].parent = position }
  }

  static func string(_ text: UnsafeBufferPointer<UInt8>) -> String {
    let isBlank = { (byte: UInt8) in byte <= Byte.space }
    let trimmed = text.drop(while: isBlank)
    let end = trimmed.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? trimmed.startIndex
    return String(decoding: trimmed[..<end].prefix(100), as: UTF8.self)
  }
}

extension GreenButtonHandler {
  /// 1990-01-01 to the end of 2099.
  private static let years: Range<Int64> = 631_152_000..<4_102_444_800

  private func readPart(
    _ field: GreenButtonField, in parent: GreenButtonField?, _ text: UnsafeBufferPointer<UInt8>,
    from stream: MarkupFieldStream
  ) {
    switch (field, parent) {
    case (.value, .intervalReading): readValue(text, line: stream.line)
    case (.start, .timePeriod): readStart(text, line: stream.line)
    case (.duration, .timePeriod): readLength(text, line: stream.line)
    case (.quality, .readingQuality): readQuality(text, line: stream.line)
    case (.intervalReading, _): endReading()
    default: break
    }
  }

  private func fail(_ fault: GreenButtonFault, _ text: String, line: Int) {
    reading?.isFaulty = true
    feed.note(fault, line: line, text: text)
  }

  private func readValue(_ text: UnsafeBufferPointer<UInt8>, line: Int) {
    if reading?.value != nil { return fail(.repeatedField, "value", line: line) }
    switch GreenButtonNumber.decimal(text) {
    case .value(let number, let places): reading?.value = (number, places)
    case .tooFine: fail(.tooFineValue, Self.string(text), line: line)
    case .tooLarge: fail(.tooLargeValue, Self.string(text), line: line)
    case .unreadable: fail(.unreadableValue, Self.string(text), line: line)
    }
  }

  private func readStart(_ text: UnsafeBufferPointer<UInt8>, line: Int) {
    if reading?.start != nil { return fail(.repeatedField, "start", line: line) }
    guard let start = GreenButtonNumber.whole(text) else {
      return fail(.unreadableStart, Self.string(text), line: line)
    }
    guard Self.years.contains(start) else {
      let isMilliseconds = Self.years.contains(start / 1000)
      return fail(isMilliseconds ? .milliseconds : .strangeYear, Self.string(text), line: line)
    }
    reading?.start = start
  }

  private func readLength(_ text: UnsafeBufferPointer<UInt8>, line: Int) {
    if reading?.seconds != nil { return fail(.repeatedField, "duration", line: line) }
    guard let seconds = GreenButtonNumber.whole(text) else {
      return fail(.unreadableLength, Self.string(text), line: line)
    }
    guard seconds <= Int64(SeriesReading.longest) else {
      return fail(.tooLong, Self.string(text), line: line)
    }
    reading?.seconds = seconds
  }

  private func readQuality(_ text: UnsafeBufferPointer<UInt8>, line: Int) {
    guard let code = GreenButtonNumber.whole(text), code >= 0 else {
      return fail(.unreadableQuality, Self.string(text), line: line)
    }
    // Of several, the one that keeps the reading from being billed without comment counts.
    if let other = reading?.quality, !GreenButtonQuality.isGood(other) { return }
    reading?.quality = code <= 19 ? Int(code) : 16
  }

  private func endReading() {
    defer { reading = nil }
    guard let reading, !reading.isFaulty, let last = feed.blocks.indices.last else { return }
    guard let value = reading.value else {
      return feed.note(.noValue, line: reading.line, text: "")
    }
    if reading.start == nil, reading.seconds != nil {
      return feed.note(.startMissing, line: reading.line, text: "")
    }
    let isTimed = reading.start != nil
    if feed.blocks[last].isTimed ?? isTimed != isTimed {
      return feed.note(.partlyTimed, line: reading.line, text: "")
    }
    feed.blocks[last].isTimed = isTimed
    if let seconds = reading.seconds, seconds <= 0 {
      feed.withoutLength[last, default: GreenButtonLengths(firstLine: reading.line)].add(seconds)
      return
    }
    feed.pool.append(
      GreenButtonReading(
        start: reading.start ?? GreenButtonReading.noStart,
        seconds: reading.seconds.map { Int($0) } ?? GreenButtonReading.noLength,
        value: value.number, places: value.places, quality: reading.quality, line: reading.line))
    feed.blocks[last].readings = feed.blocks[last].readings.lowerBound..<feed.pool.count
  }
}
