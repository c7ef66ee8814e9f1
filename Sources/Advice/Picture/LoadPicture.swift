import Billing
import Quantities
import Tariffs
import Use

/// When an account's load runs: the figures behind the pictures of its interval data.
public struct LoadPicture: Sendable, Hashable {
  /// The length of an interval. [s]
  public let intervalSeconds: Int
  /// The days there are, in order.
  public let days: [Day]
  /// What was drawn in each hour of the clock, month by month.
  public let months: [HourlyMonth]
  /// What was drawn in each hour of a day of each kind, by season and timetable of the periods.
  public let typicalDays: [TypicalDay]
  /// What is reached or exceeded for some share of the time, from 0 to 1.
  public let duration: [DurationPoint]

  /// Makes the picture of an account's intervals; nothing without any, or where they are longer
  /// than an hour.
  ///
  /// - Parameters:
  ///   - subject: The account with its use.
  ///   - bill: Its bills, which tell the tariff of each month.
  init?(_ subject: AccountCase, _ bill: AccountBill) {
    guard case .intervals(let profile) = subject.use, profile.intervalSeconds <= 3600 else {
      return nil
    }
    intervalSeconds = profile.intervalSeconds
    let calendars = Self.calendars(of: profile, subject, bill)
    days = Self.days(of: profile, calendars)
    months = profile.months.map { HourlyMonth($0, of: profile) }
    typicalDays = TypicalDay.all(of: profile, calendars)
    duration = DurationPoint.all(of: profile)
  }

  /// The periods of each month, by the rules it was billed by.
  private static func calendars(
    of profile: LoadProfile, _ subject: AccountCase, _ bill: AccountBill
  ) -> [Month: DayCalendar] {
    let terms = subject.biller.terms
    let billed = Dictionary(
      bill.bills.map { ($0.month, $0.tariff) }, uniquingKeysWith: { first, _ in first })
    return profile.months.reduce(into: [:]) { calendars, month in
      let tariff = billed[month].flatMap { terms.book.tariffs[$0] } ?? bill.tariff
      calendars[month] = tariff.version(on: (terms.asOf ?? month).firstDay)?.timeOfUse
    }
  }
}
