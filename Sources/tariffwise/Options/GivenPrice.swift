import ArgumentParser
import Quantities

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
