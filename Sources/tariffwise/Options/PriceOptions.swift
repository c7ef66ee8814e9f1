import ArgumentParser
import Billing
import Quantities
import Tariffs

/// Rules and prices that differ from those in force.
struct PriceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Use the rules and prices of this month for every month.", valueName: "YYYY-MM"),
    transform: MonthArgument.read)
  var asOf: Month?

  @Option(
    help: ArgumentHelp(
      "A figure no price page has, such as purchase=0.3845; may be repeated.",
      valueName: "name=value"),
    transform: GivenPrice.read)
  var price: [GivenPrice] = []

  /// The terms under which the tariffs of a book are billed, their hot days known by temperatures.
  func terms(_ book: TariffBook, weather: Weather?) -> BillingTerms {
    BillingTerms(
      book: book, asOf: asOf,
      givenPrices: Dictionary(
        price.map { ($0.name, $0.price) }, uniquingKeysWith: { _, last in last }),
      weather: weather)
  }
}
