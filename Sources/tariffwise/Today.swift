import Glibc
import Quantities

/// The day on the clock of the machine.
enum Today {
  static var date: CalendarDate {
    CalendarDate(dayNumber: Int(time(nil)) / 86_400)
  }
}
