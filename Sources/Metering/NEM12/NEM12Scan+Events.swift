import Documents
import Quantities
import Use

extension NEM12Scan {
  /// Reads a 400 record: the quality of some values of the day before it.
  mutating func readEvent() {
    guard var open = day else {
      if case .none = owner {
        faults.add("nem12-order", record, "a 400 record stands before any values")
      }
      return
    }
    let before = faults.count
    checkEvent(&open)
    if faults.count > before { open.hasFaultyEvents = true }
    day = open
  }

  private mutating func checkEvent(_ open: inout NEM12OpenDay) {
    let count = open.readings.count
    guard fields.count >= 4, let first = Int(fieldText(1)), let last = Int(fieldText(2)) else {
      faults.add(
        "nem12-event", record,
        "the 400 record names no intervals; their first and last and a quality are expected")
      return
    }
    guard first >= 1, first <= last, last <= count else {
      faults.add(
        "nem12-event", fields[1].start..<fields[2].end,
        """
        the 400 record is of the intervals \(first) to \(last), but the day has the intervals 1 to \
        \(count)
        """)
      return
    }
    let next = open.next
    if first == next { open.next = last + 1 }
    guard let quality = NEM12Quality(bytes, fields[3]), quality != .variable else {
      faults.add(
        "nem12-quality", fieldRange(3),
        """
        \(LoadEvidence.quoted(fieldText(3))) is no quality of values; A, E, F, N or S with the digits \
        of its method is expected
        """)
      return
    }
    guard open.quality == .variable else {
      // Such records give reasons only; their quality is the day's.
      if quality != open.quality {
        faults.add(
          "nem12-quality", fieldRange(3),
          """
          the 400 record says \(fieldText(3)), but the 300 record in line \(open.line) says that all \
          values are of one other quality
          """, hint: "V in the 300 record lets the quality vary")
      }
      return
    }
    if first < next {
      faults.add(
        "nem12-event", fieldRange(1),
        "the 400 record begins with interval \(first), but interval \(next - 1) has a quality already"
      )
      return
    }
    if first > next {
      faults.add(
        "nem12-event", fieldRange(1),
        "the intervals \(next) to \(first - 1) have no quality: no 400 record is of them")
      open.next = last + 1
      return
    }
    apply(quality, to: first...last, of: &open)
  }

  private mutating func apply(
    _ quality: NEM12Quality, to intervals: ClosedRange<Int>, of open: inout NEM12OpenDay
  ) {
    for interval in intervals {
      let index = open.readings.lowerBound + interval - 1
      switch quality {
      case .uniform(let quality): channels[open.channel].readings[index].quality = quality
      case .null: channels[open.channel].readings[index].energy = LoadProfile.missing
      case .variable: break
      }
    }
    if quality == .null { open.blanks.removeAll { intervals.contains($0.index + 1) } }
  }

  /// Ends the day at hand: all its records have been read.
  mutating func closeDay() {
    guard let open = day else { return }
    day = nil
    let count = open.readings.count
    if open.quality == .variable, !open.hasFaultyEvents, open.next <= count {
      let rest =
        open.next == 1
        ? "no 400 record says which quality the values have"
        : "the intervals \(open.next) to \(count) have no quality: no 400 record is of them"
      faults.add("nem12-event", open.range, "the day is of varying quality (V), and \(rest)")
    }
    if let blank = open.blanks.first {
      let rest: Message = open.blanks.count > 1 ? " and \(open.blanks.count - 1) more" : ""
      faults.add(
        "nem12-value", blank.field,
        """
        value \(blank.index + 1)\(rest) of the day \(open.blanks.count > 1 ? "are" : "is") empty, but \
        not marked as missing (N)
        """)
    }
    let known = channels[open.channel].add(
      NEM12Channel.Day(
        line: open.line, updated: open.updated, readings: open.readings, seconds: open.seconds),
      date: open.date)
    if let known {
      faults.add(
        "Q04", open.range,
        """
        \(CalendarDate(dayNumber: open.date)) of \(channels[open.channel].name) stands in line \
        \(known.line) with other values, and neither was updated later
        """,
        hint: "remove the record that is wrong")
    }
  }
}
