import Quantities
import Tariffs

/// Under what terms an account is billed: the tariffs at hand and what was asked beside them.
public struct BillingTerms: Sendable {
  /// The tariffs and price pages.
  public var book: TariffBook { didSet { memory = TermsMemory() } }
  /// The month whose rules and prices are used for every month, if one was asked for.
  public var asOf: Month? { didSet { memory = TermsMemory() } }
  /// Prices given on the command line, by column.
  public var givenPrices: [String: Price] { didSet { memory = TermsMemory() } }
  /// What was found under these terms.
  private(set) var memory = TermsMemory()

  /// Makes terms.
  ///
  /// - Parameters:
  ///   - book: The tariffs and price pages.
  ///   - asOf: The month whose rules and prices are used for every month.
  ///   - givenPrices: Prices by column, which go before those of pages.
  ///   - weather: The temperatures by which tariffs know their hot days.
  public init(
    book: TariffBook, asOf: Month? = nil, givenPrices: [String: Price] = [:],
    weather: Weather? = nil
  ) {
    self.book = weather.map(book.knowing) ?? book
    self.asOf = asOf
    self.givenPrices = givenPrices
  }

  /// How long each period of a tariff's version lasts in a month; those without hours in it are left
  /// out. [min]
  package func minutes(
    in month: Month, of version: TariffVersion, _ tariff: String
  ) -> [PeriodName: Int] {
    memory.minutes(in: month, of: version, tariff)
  }
}
