import Quantities

/// A tariff: dated versions of one set of rules.
public struct Tariff: Sendable, Hashable {
  /// The id accounts name, such as `cn-hubei-two-part`.
  public let id: String
  /// The area whose price pages apply, such as `cn-hubei`.
  public let area: String
  /// The ISO 4217 code of the currency.
  public let currency: String
  /// The time zone in which months, days and periods are cut.
  public let timeZone: String
  /// The title by language code.
  public let titles: [String: String]
  /// The versions, in order, without overlap.
  public let versions: [TariffVersion]
  /// Where the tariff stands.
  public let file: String

  /// Makes a tariff.
  public init(
    id: String, area: String, currency: String, timeZone: String, titles: [String: String],
    versions: [TariffVersion], file: String
  ) {
    self.id = id
    self.area = area
    self.currency = currency
    self.timeZone = timeZone
    self.titles = titles
    self.versions = versions
    self.file = file
  }

  /// The same tariff, the hot days of its calendars found by temperatures.
  func knowing(_ weather: Weather) -> Tariff {
    Tariff(
      id: id, area: area, currency: currency, timeZone: timeZone, titles: titles,
      versions: versions.map { $0.knowing(weather) }, file: file)
  }

  /// The version in force on a day.
  public func version(on date: CalendarDate) -> TariffVersion? {
    versions.first { $0.inForce.contains(date) }
  }

  /// The title in a language, or in whichever there is.
  public func title(in language: String) -> String {
    titles[language] ?? titles["en"] ?? titles.sorted { $0.key < $1.key }.first?.value ?? id
  }
}
