import Quantities
import Tariffs

/// Under what terms an account is billed: the tariffs at hand and what was asked beside them.
public struct BillingTerms: Sendable {
  /// The tariffs and price pages.
  public var book: TariffBook
  /// The month whose rules and prices are used for every month, if one was asked for.
  public var asOf: Month?
  /// Prices given on the command line, by column.
  public var givenPrices: [String: Price]

  /// Makes terms.
  public init(book: TariffBook, asOf: Month? = nil, givenPrices: [String: Price] = [:]) {
    self.book = book
    self.asOf = asOf
    self.givenPrices = givenPrices
  }
}
