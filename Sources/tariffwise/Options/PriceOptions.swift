import ArgumentParser
import Quantities

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
}
