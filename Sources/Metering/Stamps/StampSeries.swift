/// One account's stamps in the order of the file.
struct StampSeries {
  /// A stamp as printed: the date and the seconds behind its midnight, up to 86,400.
  struct Stamp {
    var day: Int
    var seconds: Int
    /// How far the clock is ahead of UTC, where the stamp says so. [s]
    var offset = 0

    var moment: Int { day * 86_400 + seconds - offset }
  }

  private(set) var first: Stamp
  private(set) var last: Stamp
  private(set) var earliest: Stamp
  private(set) var latest: Stamp
  private(set) var ascents = 0
  private(set) var descents = 0
  /// The step to the last stamp, and how many steps in a row were as long.
  private(set) var step = 0
  private(set) var stepRun = 0

  init(_ stamp: Stamp) {
    first = stamp
    last = stamp
    earliest = stamp
    latest = stamp
  }

  mutating func add(_ stamp: Stamp) {
    let step = abs(stamp.moment - last.moment)
    stepRun = step == self.step ? stepRun + 1 : 1
    self.step = step
    if stamp.moment > last.moment { ascents += 1 }
    if stamp.moment < last.moment { descents += 1 }
    if stamp.moment < earliest.moment { earliest = stamp }
    if stamp.moment > latest.moment { latest = stamp }
    last = stamp
  }
}
