import Billing
import Quantities
import Tariffs

/// How the price of a kilowatt-hour follows from printed figures, in terms a calculator takes.
struct PriceArithmetic {
  /// The components by name, such as `purchase 0.38447`.
  let names: [String]
  /// Left side and value before rounding.
  private let terms: String
  private let exact: Price
  private let rounded: Price
  private let less: [Working.PricePart]
  private let hasOperations: Bool

  private static let style = NumberStyle.plain

  init(
    formula: PeriodPrice.Formula, parts: [Working.PricePart], less: [Working.PricePart],
    rounding: BillRounding
  ) {
    let floating = parts.filter(\.floats)
    let fixed = parts.filter { !$0.floats }
    let floatingSum = floating.reduce(Price.zero) { $0 + Self.effective($1) }
    var terms: [String] = []
    var value: Price
    switch formula {
    case .times(let ratio):
      value = floatingSum.times(ratio)
      let sum = NumberStyle.sum(floating.map(Self.factors))
      if ratio == .one {
        terms = floating.map(Self.factors)
      } else if !floating.isEmpty {
        terms = ["\(floating.count > 1 ? "(\(sum))" : sum) × \(Self.style.number(ratio))"]
      }
    case .plus(let adder):
      value = floatingSum + adder
      terms = floating.map(Self.factors) + (adder == .zero ? [] : [Self.style.number(adder)])
    case .price(.literal(let literal)):
      value = literal
      terms = [Self.style.number(literal)]
    case .price(.column), .published:
      value = .zero
    }
    terms += fixed.map(Self.factors)
    value += fixed.reduce(Price.zero) { $0 + Self.effective($1) }
    self.terms = NumberStyle.sum(terms)
    self.less = less
    exact = value
    let own = less.reduce(Price.zero) { $0 + Self.effective($1) }
    rounded = rounding.periodPrice(value - own, and: own)
    hasOperations = terms.count > 1 || terms.contains { $0.contains("×") }
    names = parts.map { part in
      let word = ComponentWords.name(part.name)
      return part.floats
        ? say("\(word) \(Self.factors(part)) (floats)") : "\(word) \(Self.factors(part))"
    }
  }

  init(printed: Price, less: [Working.PricePart]) {
    names = less.map { "\(ComponentWords.name($0.name)) \(Self.factors($0))" }
    terms = Self.style.number(printed)
    exact = printed
    rounded = printed
    self.less = less
    hasOperations = false
  }

  /// The price that results.
  var result: Price { less.reduce(rounded) { $0 - Self.effective($1) } }

  /// The steps, each a line of arithmetic that ends in the unit; none where the price stands as
  /// printed.
  func lines(unit: String) -> [String] {
    var lines: [String] = []
    if hasOperations {
      let result =
        exact == rounded
        ? Self.style.number(exact) : "\(Self.style.number(exact)) → \(Self.style.number(rounded))"
      lines.append("\(terms) = \(result) \(unit)")
    }
    if !less.isEmpty {
      let taken = less.map { " − \(Self.factors($0))" }.joined()
      lines.append(
        "\(Self.style.number(rounded))\(taken) = \(Self.style.number(result)) \(unit)")
    }
    return lines
  }

  private static func effective(_ part: Working.PricePart) -> Price {
    part.factor == .one ? part.price : part.price.times(part.factor)
  }

  private static func factors(_ part: Working.PricePart) -> String {
    part.factor == .one
      ? style.number(part.price) : "\(style.number(part.price)) × \(style.number(part.factor))"
  }
}
