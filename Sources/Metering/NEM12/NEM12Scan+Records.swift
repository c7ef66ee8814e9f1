import Documents
import Quantities

extension NEM12Scan {
  /// Lengths an interval may have. [min]
  private static let lengths = [1, 5, 10, 15, 30, 60]

  /// Reads a 200 record.
  mutating func readStream() {
    owner = .skipped
    guard fields.count >= 9 else {
      faults.add(
        "nem12-record", record,
        """
        the 200 record has \(Message.counted(fields.count, "field")); at least 9 are expected: \
        NMI, configuration, register, suffix, stream, serial number, unit and interval length
        """)
      return
    }
    let point = fieldText(1)
    let suffix = fieldText(4)
    let unitName = fieldText(7)
    let length = Int(fieldText(8)) ?? 0
    let before = faults.count
    if point.isEmpty { faults.add("nem12-record", fieldRange(1), "the 200 record names no NMI") }
    let stream = suffix.utf8.first.flatMap(NEM12Stream.init(letter:))
    if stream == nil {
      faults.add(
        "nem12-suffix", fieldRange(4),
        """
        \(LoadEvidence.quoted(suffix)) is no suffix of a data stream; E1, B1, Q1 or K1 and their like \
        are expected
        """)
    }
    // Units of streams that are not read are of no concern, and often left out.
    switch stream {
    case .check: return note(.checkMeter(stream: "\(point)/\(suffix)"))
    case .other: return note(.otherUnit(stream: "\(point)/\(suffix)", unit: unitName))
    case .master, .average, nil: break
    }
    checkConfiguration(suffix, of: point)
    let unit = NEM12Unit(unitName)
    if unit == nil {
      faults.add(
        "nem12-unit", fieldRange(7),
        """
        \(LoadEvidence.quoted(unitName)) is no unit of NEM12; kWh, Wh, MWh, kvarh, kW or kvar is \
        expected
        """)
    }
    if !Self.lengths.contains(length) {
      faults.add(
        "nem12-length", fieldRange(8),
        "\(LoadEvidence.quoted(fieldText(8))) is no length of an interval; 5, 15 or 30 min is expected"
      )
    }
    guard faults.count == before, let stream, let unit else { return }
    own(point: point, suffix: suffix, stream: stream, unit: unit, minutes: length)
  }

  private mutating func own(
    point: String, suffix: String, stream: NEM12Stream, unit: NEM12Unit, minutes: Int
  ) {
    let name = "\(point)/\(suffix)"
    let isStreamReactive: Bool
    switch stream {
    case .check, .other: return
    case .master(let isReactive, _), .average(let isReactive, _): isStreamReactive = isReactive
    }
    guard case .counted(let loadUnit, let isReactive) = unit else {
      return note(.otherUnit(stream: name, unit: fieldText(7)))
    }
    guard isReactive == isStreamReactive else {
      let kind = isStreamReactive ? "reactive" : "active"
      faults.add(
        "nem12-unit", fieldRange(7),
        "the unit is \(fieldText(7)), but suffix \(suffix) is a stream of \(kind) energy")
      return
    }
    let measure: SeriesMeasure
    switch (isReactive, loadUnit.isPower) {
    case (false, false): measure = .activeEnergy
    case (false, true): measure = .activePower
    case (true, false): measure = .reactiveEnergy
    case (true, true): measure = .reactivePower
    }
    let key = NEM12Channel.Key(point: point, suffix: suffix, measure: measure)
    let number = numbers[key] ?? channels.count
    if number == channels.count {
      numbers[key] = number
      channels.append(NEM12Channel(key: key, stream: stream, unit: fieldText(7)))
    }
    owner = .channel(
      number, DecimalScale(unit: loadUnit, intervalSeconds: minutes * 60), seconds: minutes * 60)
  }

  /// The configuration lists the suffixes of the metering point, one behind the other.
  private mutating func checkConfiguration(_ suffix: String, of point: String) {
    let listed = fieldText(2).uppercased()
    guard !listed.contains(suffix.uppercased()), let letter = suffix.uppercased().first else {
      return
    }
    if listed.isEmpty {
      note(.noConfiguration(stream: "\(point)/\(suffix)"))
    } else if listed.contains(letter) {
      note(.otherConfiguration(stream: "\(point)/\(suffix)", listed: listed))
    } else {
      faults.add(
        "nem12-suffix", fieldRange(4),
        "the suffix is \(suffix), but the NMI configuration \(fieldText(2)) has no such stream",
        hint: "whether energy is drawn or fed back is not certain: ask the sender of the file")
    }
  }

  private mutating func note(_ note: NEM12Note) {
    if !notes.contains(note) { notes.append(note) }
  }

  /// Reads a 300 record: the values of a day.
  mutating func readDay() {
    guard case .channel(let channel, let scale, let seconds) = owner else {
      if case .none = owner {
        faults.add(
          "nem12-order", record, "values stand before any 200 record, which says whose they are",
          hint: "a line may have been lost: download the file again")
        owner = .skipped
      }
      return
    }
    guard let date = readDate() else { return }
    guard let method = qualityField(seconds: seconds) else { return }
    guard let quality = NEM12Quality(bytes, fields[method]) else {
      faults.add(
        "nem12-quality", fieldRange(method),
        """
        \(LoadEvidence.quoted(fieldText(method))) is no quality of values; A, E, F, N, S or V with \
        the digits of its method is expected
        """)
      return
    }
    let first = channels[channel].readings.count
    var open = NEM12OpenDay(
      channel: channel, date: date, line: line, range: record,
      readings: first..<(first + method - 2), seconds: seconds, quality: quality,
      updated: updateTime(behind: method))
    guard readValues(2..<method, scale, into: &open) else {
      channels[channel].readings.removeSubrange(first...)
      return
    }
    day = open
  }

  private mutating func readDate() -> Int? {
    let text = fields.count > 1 ? fieldText(1) : ""
    let digits = Array(text.utf8)
    if digits.count == 8, digits.allSatisfy(Byte.isDigit), let number = Int(text),
      (1990...2099).contains(number / 10_000),
      let date = CalendarDate(
        year: number / 10_000, month: number / 100 % 100, day: number % 100)
    {
      return date.dayNumber
    }
    faults.add(
      "nem12-date", fields.count > 1 ? fieldRange(1) : record,
      "\(LoadEvidence.quoted(text)) is no day; YYYYMMDD of the years 1990 to 2099 is expected")
    return nil
  }

  /// The field of the quality method, behind as many values as the day has intervals.
  private mutating func qualityField(seconds: Int) -> Int? {
    let expected = 86_400 / seconds
    let due = expected + 2
    let isDue = due < fields.count && hasLetter(due)
    let method = isDue ? due : fields.indices.dropFirst(2).first { hasLetter($0) }
    guard let method else {
      faults.add(
        "nem12-length", record,
        """
        the 300 record has no quality behind its values; \(expected) values of \
        \(LoadEvidence.length(seconds)) and their quality are expected
        """)
      return nil
    }
    let found = method - 2
    if found == expected { return method }
    let other = Self.lengths.first { $0 * found == 1440 }
    faults.add(
      "nem12-length", record,
      """
      the 300 record has \(Message.counted(found, "value")), but a day has \(expected) \
      intervals of \(LoadEvidence.length(seconds)), which the 200 record names
      """,
      hint: other.map { "\(found) values are those of \($0)-minute intervals" })
    return nil
  }

  /// Whether a field begins with a letter.
  private func hasLetter(_ index: Int) -> Bool {
    fields[index].start < fields[index].end
      && (0x61...0x7A).contains(bytes[fields[index].start] | 0x20)
  }

  /// The digits of UpdateDateTime.
  private func updateTime(behind method: Int) -> Int? {
    guard method + 3 < fields.count else { return nil }
    let cell = fields[method + 3]
    guard cell.end - cell.start == 14, bytes[cell.start..<cell.end].allSatisfy(Byte.isDigit) else {
      return nil
    }
    return Int(fieldText(method + 3))
  }

  /// Reads the values of a day.
  ///
  /// - Returns: Whether all could be read.
  private mutating func readValues(
    _ range: Range<Int>, _ scale: DecimalScale, into open: inout NEM12OpenDay
  ) -> Bool {
    let midnight = Int64(open.date) * 86_400 - Int64(NEM12Assembly.offset)
    let quality: ReadingQuality
    if case .uniform(let uniform) = open.quality { quality = uniform } else { quality = .actual }
    var isWhole = true
    for (index, field) in range.enumerated() {
      let cell = fields[field]
      var energy = Int64.min
      if open.quality != .null {
        switch scale.value(bytes, cell, allowsBarePoint: true) {
        case .energy(let value): energy = value
        case .rounded(let value):
          energy = value
          channels[open.channel].rounded += 1
        case .missing where cell.start == cell.end:
          open.blanks.append(NEM12OpenDay.Blank(index: index, field: fieldRange(field)))
        case .missing, .unreadable: isWhole = refuse(field, "is not a number")
        case .tooFine: isWhole = refuse(field, "has more than 15 digits behind its point")
        case .tooLarge: isWhole = refuse(field, "is a mean power of 10 GW or more")
        }
      }
      channels[open.channel].readings.append(
        SeriesReading(
          start: midnight + Int64(index * open.seconds), seconds: open.seconds, energy: energy,
          quality: quality, line: line))
    }
    return isWhole
  }

  private mutating func refuse(_ field: Int, _ why: String) -> Bool {
    faults.add(
      "nem12-value", fieldRange(field),
      "value \(field - 1) of the day, \(LoadEvidence.quoted(fieldText(field))), \(why)")
    return false
  }
}
