import ArgumentParser
import Billing
import Documents
import Quantities
import TariffFiles
import Tariffs

/// Where tariffs are found, and what is asked of them.
struct TariffOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder of tariffs, searched before the others; may be repeated.", valueName: "dir"))
  var tariffs: [String] = []
}

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

/// A price given on the command line.
struct GivenPrice: Sendable {
  let name: String
  let price: Price

  static func read(_ text: String) throws -> GivenPrice {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw ValidationError("\"\(text)\" is not of the form name=value, such as purchase=0.3845")
    }
    do throws(NumberError) {
      return GivenPrice(
        name: String(text[..<equals]), price: try Price(text[text.index(after: equals)...]))
    } catch {
      throw ValidationError(
        error.message + (error.hint.map { "\n   hint: \($0)" } ?? ""))
    }
  }
}

/// Months on the command line.
enum MonthArgument {
  static func read(_ text: String) throws -> Month {
    guard let month = Month(iso: text) else {
      throw ValidationError("\"\(text)\" is not a month; the form 2026-01 is expected")
    }
    return month
  }
}
