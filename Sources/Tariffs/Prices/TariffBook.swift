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
    (pages[tariff.area] ?? []).filter { page in page.rows.contains { $0.tariff == tariff.id } }
  }

  /// The page with a tariff's prices on a day.
  public func page(for tariff: Tariff, on date: CalendarDate) -> PricePage? {
    pages(for: tariff).first { $0.inForce.contains(date) }
  }
}
