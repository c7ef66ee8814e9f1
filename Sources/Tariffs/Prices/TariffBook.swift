import Quantities

/// The tariffs and price pages at hand.
public struct TariffBook: Sendable {
  /// The tariffs by id.
  public private(set) var tariffs: [String: Tariff]
  /// The pages, by area and in order of time.
  public private(set) var pages: [String: [PricePage]]

  /// Makes a book.
  public init(tariffs: [Tariff] = [], pages: [PricePage] = []) {
    self.tariffs = [:]
    self.pages = [:]
    for tariff in tariffs { add(tariff) }
    for page in pages { add(page) }
  }

  /// Adds a tariff.
  public mutating func add(_ tariff: Tariff) { tariffs[tariff.id] = tariff }

  /// Adds a page.
  public mutating func add(_ page: PricePage) {
    pages[page.area, default: []].append(page)
    pages[page.area]?.sort { $0.inForce.from < $1.inForce.from }
  }

  /// The pages that hold rows of a tariff, in order of time.
  public func pages(for tariff: Tariff) -> [PricePage] {
    PricePage.areas(around: tariff.area).flatMap { pages[$0] ?? [] }
      .filter { $0.serves(tariff) }
      .sorted { ($0.inForce.from, $0.file) < ($1.inForce.from, $1.file) }
  }

  /// The pages with a tariff's prices on a day, that of the narrowest area first: what a province
  /// prints goes before what a national page prints for all.
  public func pages(for tariff: Tariff, on date: CalendarDate) -> [PricePage] {
    PricePage.areas(around: tariff.area).flatMap { area in
      (pages[area] ?? []).filter { $0.inForce.contains(date) && $0.serves(tariff) }
    }
  }

  /// The first page with a tariff's prices on a day.
  public func page(for tariff: Tariff, on date: CalendarDate) -> PricePage? {
    pages(for: tariff, on: date).first
  }

  /// The same book, the hot days of its tariffs found by temperatures.
  public func knowing(_ weather: Weather) -> TariffBook {
    var book = self
    book.tariffs = tariffs.mapValues { $0.knowing(weather) }
    return book
  }
}
