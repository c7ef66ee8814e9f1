extension StampPattern {
  /// The pattern that a stamp is written in.
  ///
  /// - Returns: Nothing for what is no stamp, such as the day numbers of a spreadsheet.
  init?(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    for candidate in Self.candidates {
      let reader = StampReader(pattern: candidate)
      do throws(StampProblem) {
        _ = try reader.read(bytes, from: start, to: end)
        self = candidate
        return
      } catch .otherPattern {
        continue
      } catch {
        // The form is clear; whether the day exists is another question.
        self = candidate
        return
      }
    }
    return nil
  }

  /// All patterns; no text follows two of them.
  private static let candidates: [StampPattern] = {
    var patterns: [StampPattern] = []
    for clock in [Clock.blank, .letter, .none] {
      for hasSeconds in clock == .none ? [false] : [false, true] {
        patterns.append(
          StampPattern(
            separator: 0, hasLeadingYear: true, hasLongYear: true, clock: clock,
            hasSeconds: hasSeconds))
        for separator in [Byte.hyphen, Byte.slash, Byte.point] {
          for (hasLeadingYear, hasLongYear) in [(true, true), (false, true), (false, false)] {
            patterns.append(
              StampPattern(
                separator: separator, hasLeadingYear: hasLeadingYear, hasLongYear: hasLongYear,
                clock: clock, hasSeconds: hasSeconds))
          }
        }
      }
    }
    // Offsets stand behind a time of day only.
    for pattern in patterns where pattern.clock != .none {
      var zoned = pattern
      zoned.hasOffset = true
      patterns.append(zoned)
    }
    return patterns
  }()
}
