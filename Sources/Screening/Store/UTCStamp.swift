import Glibc

/// A moment as text in UTC, such as `2026-03-01T08:30:00Z`; later ones sort behind earlier ones.
enum UTCStamp {
  /// Now, to the second.
  static func now() -> String {
    var moment = timespec()
    clock_gettime(CLOCK_REALTIME, &moment)
    return seconds(moment) + "Z"
  }

  /// A moment, to the nanosecond.
  static func exact(_ moment: timespec) -> String {
    "\(seconds(moment)).\(padded(Int(moment.tv_nsec), 9))Z"
  }

  private static func seconds(_ moment: timespec) -> String {
    var time = moment.tv_sec
    var parts = tm()
    gmtime_r(&time, &parts)
    let date = [
      padded(Int(parts.tm_year) + 1900, 4), padded(Int(parts.tm_mon) + 1, 2),
      padded(Int(parts.tm_mday), 2),
    ]
    let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { padded(Int($0), 2) }
    return "\(date.joined(separator: "-"))T\(clock.joined(separator: ":"))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
