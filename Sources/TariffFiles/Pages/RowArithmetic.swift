import Quantities
import Tariffs

/// Recomputes the figures of a row that follow from others: the total and the period prices.
struct RowArithmetic {

  /// A figure that follows from the components.
  struct Figure {
    /// The column's position.
    let column: Int
    /// What the components are multiplied by, and what is added; nothing for the total.
    let formula: PeriodPrice.Formula?
  }

  /// A figure that was recomputed.
  struct Check {
    let figure: Figure
    let printed: Price
    let expected: Price
    var holds: Bool { printed == expected }
  }

  /// A component of the price.
  private struct Part {
    /// The column's position; nothing for a price in the tariff.
    let column: Int?
    let price: Price
    let floats: Bool
    let hasOwnLine: Bool
  }

  /// The figures of the row that follow from others.
  let figures: [Figure]
  private let parts: [Part]
  private let rounding: BillRounding

  /// How the figures of a page follow from each other; nothing where a component has no column on
  /// it, so that nothing follows.
  ///
  /// - Parameters:
  ///   - version: The rules in force while the page is.
  ///   - months: The months of the year the page is for.
  ///   - columns: The page's columns.
  init?(version: TariffVersion, months: Set<Int>, columns: [String]) {
    guard let energy = version.energyCharge, !energy.components.isEmpty else { return nil }
    var parts: [Part] = []
    // A page prints what accounts without a surcharge pay.
    for component in energy.components where component.classes == nil {
      switch component.price {
      case .literal(let price):
        parts.append(
          Part(
            column: nil, price: price, floats: component.floats,
            hasOwnLine: component.hasOwnLine))
      case .column(let name):
        guard let column = columns.firstIndex(of: name) else { return nil }
        parts.append(
          Part(
            column: column, price: .zero, floats: component.floats,
            hasOwnLine: component.hasOwnLine))
      }
    }
    var figures: [Figure] = []
    if let total = columns.firstIndex(of: "total") {
      figures.append(Figure(column: total, formula: nil))
    }
    for period in energy.periods where !months.isDisjoint(with: period.months.numbers) {
      guard let name = period.publishedColumn, let column = columns.firstIndex(of: name),
        period.tiers.count == 1, let formula = period.tiers.first?.formula
      else { continue }
      // A price that stands in a column itself follows from nothing.
      if case .price(.column) = formula { continue }
      if case .published = formula { continue }
      figures.append(Figure(column: column, formula: formula))
    }
    self.parts = parts
    self.figures = figures
    rounding = version.rounding
  }

  /// The columns of the components.
  var componentColumns: [Int] { parts.compactMap(\.column) }

  /// How many components there are, those in the tariff too.
  var componentCount: Int { parts.count }

  /// Recomputes what can be: figures that are not blank, of components that are not.
  func checks(_ row: [Price?], except skipped: Set<Int> = []) -> [Check] {
    figures.compactMap { figure in
      guard !skipped.contains(figure.column), let printed = row[figure.column],
        let expected = expected(figure, in: row)
      else { return nil }
      return Check(figure: figure, printed: printed, expected: expected)
    }
  }

  /// What a figure should be; nothing where a component is blank.
  func expected(_ figure: Figure, in row: [Price?]) -> Price? {
    var floating = Price.zero
    var fixed = Price.zero
    var own = Price.zero
    for part in parts {
      guard let price = part.column.map({ row[$0] }) ?? part.price else { return nil }
      if part.hasOwnLine {
        own += price
      } else if part.floats {
        floating += price
      } else {
        fixed += price
      }
    }
    let period =
      switch figure.formula {
      case .times(let ratio): floating.times(ratio)
      case .plus(let adder): floating + adder
      case .price(.literal(let price)): price
      case .price(.column), .published, nil: floating
      }
    return rounding.periodPrice(period + fixed, and: own)
  }

  /// The value of one cell with which every figure of the row follows from its components.
  ///
  /// - Returns: Nothing where no value does.
  func solution(for column: Int, in row: [Price?], except skipped: Set<Int>) -> Price? {
    var trial = row
    if let figure = figures.first(where: { $0.column == column }) {
      trial[column] = expected(figure, in: row)
    } else if let part = parts.first(where: { $0.column == column }) {
      trial[column] = .zero
      trial[column] =
        checks(trial, except: skipped).lazy.compactMap { check -> Price? in
          let missing = check.printed - check.expected
          guard part.floats, case .times(let ratio) = check.figure.formula else { return missing }
          guard let share = Rate(missing, over: Price(units: ratio.units)) else { return nil }
          // The printed figure was rounded, and so is what follows from it.
          return Price(units: share.units).rounded(digits: rounding.periodPriceDigits)
        }.first
    } else {
      return nil
    }
    let checks = checks(trial, except: skipped)
    guard let value = trial[column], !checks.isEmpty, checks.allSatisfy(\.holds) else { return nil }
    return value
  }

  /// A figure with the digits the tariff rounds period prices to.
  func text(_ price: Price) -> String {
    let digits = rounding.periodPriceDigits
    return digits <= 8 && price.rounded(digits: digits) == price
      ? price.text(digits: digits) : price.description
  }

  /// The sum in words, as on paper: `(0.384470 + 0.013643) × 1.49 + 0.1263`.
  func working(of figure: Figure, in cells: [String]) -> String {
    let text = { (part: Part) in part.column.map { cells[$0] } ?? part.price.description }
    let floating = parts.filter(\.floats).map(text)
    let fixed = parts.filter { !$0.floats }.map(text)
    var terms: [String]
    switch figure.formula {
    case .times(let ratio) where ratio != .one:
      let sum = floating.joined(separator: " + ")
      terms = ["\(floating.count > 1 ? "(\(sum))" : sum) × \(ratio)"] + fixed
    case .plus(let adder) where adder != .zero:
      terms = floating + fixed + [adder.description]
    case .price(.literal(let price)):
      terms = [price.description] + fixed
    default:
      terms = floating + fixed
    }
    terms = terms.filter { !$0.isEmpty }
    return terms.joined(separator: " + ")
  }
}
