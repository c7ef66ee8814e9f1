import Documents
import Quantities

/// Finds the interval of a long file and which end of it a stamp marks.
struct LongPlanner {
  /// What was found.
  struct Finding {
    var interval: Int
    var side: StampSide
    var midnight: MidnightStyle
    var note: LoadNote?
    var doubt: Diagnostic?
    /// Why the rows are to be read one by one.
    var reasons: Set<RowsReason> = []
    /// What ends written inclusively lack. [s]
    var endShift = 0
  }

  let text: LoadText
  let options: LoadFileOptions
  let walk: StampWalk
  let pattern: StampPattern
  let order: DateOrder
  let columns: LongColumns

  private var fault: LoadFault { LoadFault(text: text) }
  private var headingText: String { walk.layout.headings[columns.stampColumn].text }

  /// Looks at some rows, or at all where stamps mark ends or nothing says what they mark.
  func find(sampleRows: Int) throws(DiagnosticsError) -> Finding {
    if (options.stamps ?? columns.side) == .start {
      let sample = try survey(limit: sampleRows)
      let interval = sample.interval
      let isContradicted =
        sample.hasEndOfDay || interval.map { sample.provesSameDate(interval: $0) } ?? true
      if !isContradicted, !sample.hasMixedLengths, let interval {
        return Finding(interval: interval, side: .start, midnight: .nextDate, note: sideNote(nil))
      }
    }
    return try judge(try survey(limit: Int.max))
  }

  /// What is known of a file of dial readings, which are of moments and not of intervals.
  func findForDials() throws(DiagnosticsError) -> Finding {
    let survey = try survey(limit: Int.max)
    return Finding(
      interval: survey.usualLength ?? 900, side: options.stamps ?? .end, midnight: .nextDate)
  }

  private func survey(limit: Int) throws(DiagnosticsError) -> StampSurvey {
    try StampSurvey(walk, pattern: pattern, order: order, limit: limit)
  }

  private func judge(_ survey: StampSurvey) throws(DiagnosticsError) -> Finding {
    if let length = survey.usualLength, (options.stamps ?? columns.side) != .start {
      let shift = survey.endShift(of: length)
      if shift > 0 {
        let note = RowsNote.inclusiveEnds(seconds: shift)
        return Finding(
          interval: length, side: .end, midnight: .nextDate, note: .rows(note),
          reasons: [.inclusiveEnds], endShift: shift)
      }
    }
    if let length = survey.usualLength, survey.unreadable == 0,
      survey.interval == nil || survey.hasMixedLengths
    {
      var found = try judge(survey, interval: length)
      found.reasons = [survey.interval == nil ? .offGrid : .mixedLengths]
      return found
    }
    guard let interval = survey.interval else {
      let doubt = noInterval(survey)
      guard survey.unreadable > 0 else { throw DiagnosticsError(doubt) }
      // On a grid of minutes every row can be looked at, so that all faults are told at once.
      return Finding(
        interval: 60, side: options.stamps ?? columns.side ?? .end, midnight: .nextDate, note: nil,
        doubt: doubt)
    }
    return try judge(survey, interval: interval)
  }

  private func judge(
    _ survey: StampSurvey, interval: Int
  ) throws(DiagnosticsError) -> Finding {
    let isSameDate = survey.provesSameDate(interval: interval)
    if let side = options.stamps {
      return try finding(survey, interval, side, because: nil)
    }
    if survey.hasEndOfDay {
      return try finding(survey, interval, .end, because: "24:00 is the end of a day")
    }
    if isSameDate {
      return try finding(
        survey, interval, .end,
        because: "the row of 0:00 stands behind the last of its own date, day after day")
    }
    if let side = columns.side { return try finding(survey, interval, side, because: nil) }
    guard let side = survey.provenSide(interval: interval) else {
      throw fault.error(
        "load-stamps", at: survey.first,
        """
        nothing says whether the stamps of column "\(headingText)" mark the start or the end of \
        their intervals
        """,
        hint: "--stamps start or --stamps end, or the column stamps of load/files.csv, says which")
    }
    let because: Message =
      side == .start
      ? "the first is 00:00 and the last ends the day at 24:00"
      : "the first is the end of the day's first interval and the last is midnight"
    return try finding(survey, interval, side, because: because)
  }

  private func finding(
    _ survey: StampSurvey, _ interval: Int, _ side: StampSide, because: Message?
  ) throws(DiagnosticsError) -> Finding {
    var midnight = MidnightStyle.nextDate
    if side == .end, survey.provesSameDate(interval: interval) {
      if survey.hasNextDate(interval: interval), let place = survey.nextDatePlace {
        throw fault.error(
          "load-stamps", at: place,
          """
          here midnight carries the date of the day that begins, elsewhere that of the day that \
          ends
          """, hint: "write the end of a day in one way, best as 24:00")
      }
      midnight = .sameDate
    }
    var reason = because
    if side == .end, columns.side == .start, options.stamps == nil, let because {
      reason = "\(because), though the heading \"\(headingText)\" announces starts"
    }
    return Finding(
      interval: interval, side: side, midnight: midnight, note: sideNote(reason, side), doubt: nil)
  }

  /// How the side was found; nothing where the heading or the user says it.
  private func sideNote(_ because: Message?, _ side: StampSide = .start) -> LoadNote? {
    because.map { .stamps(side, because: $0) }
  }

  private func noInterval(_ survey: StampSurvey) -> Diagnostic {
    guard survey.count > 0 else {
      return fault.diagnostic(
        "load-stamps", at: walk.layout.headingRange, "no stamp of the file can be read", hint: nil)
    }
    guard let step = survey.leastStep else {
      return fault.diagnostic(
        "load-stamps", at: survey.first,
        "a single stamp does not tell how long an interval is; two or more are expected")
    }
    if step > 3600 {
      return fault.diagnostic(
        "load-stamps", at: survey.first,
        """
        the stamps are at least \(LoadEvidence.length(step)) apart; intervals of 1 to 60 minutes are \
        expected
        """, hint: "daily values are not interval data")
    }
    return fault.diagnostic(
      "load-stamps", at: survey.first,
      """
      the stamps lie on no grid of 1, 5, 10, 15, 30 or 60 minutes: neighbours are down to \
      \(LoadEvidence.length(step)) apart
      """, hint: "export the readings on the grid of the meter"
    )
  }
}
