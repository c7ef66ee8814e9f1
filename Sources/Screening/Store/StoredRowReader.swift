import GRDB
import Quantities
import Use

/// Reads the columns of an account one behind the other.
///
/// A value that cannot be what its column holds is noted, and nothing stands for it.
struct StoredRowReader {
  private let row: Row
  private var index = 0
  /// Whether a value was none of its column.
  private(set) var isFaulty = false

  init(_ row: Row) { self.row = row }

  mutating func text() -> String { needed(optionalText()) ?? "" }

  mutating func optionalText() -> String? { next { String.fromDatabaseValue($0) } }

  mutating func voltage() -> Voltage? {
    next { String.fromDatabaseValue($0).flatMap(Voltage.init(rawValue:)) }
  }

  /// The figures of an account that was billed.
  mutating func figures(findings: [String]) -> ScreenFigures {
    let (currency, digits, months, incomplete) = (text(), number(), number(), number())
    let energy =
      needed(next { String.fromDatabaseValue($0).flatMap { StoredDecimal.energy($0) } }) ?? .zero
    let total = needed(decimal() as Money?) ?? .zero
    let price: Price? = decimal()
    let (basic, ratio, factor): (Rate?, Rate?, Rate?) = (decimal(), decimal(), decimal())
    let (valley, cosine): (Rate?, Rate?) = (decimal(), decimal())
    let (demand, capacity): (Power?, Power?) = (decimal(), decimal())
    let (lever, to) = (optionalText(), optionalText())
    let (saving, even): (Money?, Money?) = (decimal(), decimal())
    return ScreenFigures(
      currency: currency, moneyDigits: digits, months: months, incompleteMonths: incomplete,
      energy: energy, total: total, averagePrice: price, basicShare: basic, loadRatio: ratio,
      loadFactor: factor, valleyShare: valley, powerFactor: cosine, maximumDemand: demand,
      capacity: capacity, findings: findings, best: best(lever, to, saving), evenLoadSaving: even)
  }

  private mutating func best(
    _ lever: String?, _ to: String?, _ saving: Money?
  ) -> ScreenFigures.BestLever? {
    switch (lever, to, saving) {
    case (nil, nil, nil): return nil
    case (let lever?, let to?, let saving?): return .init(lever: lever, to: to, saving: saving)
    default:
      isFaulty = true
      return nil
    }
  }

  private mutating func number() -> Int { needed(next { Int.fromDatabaseValue($0) }) ?? 0 }

  private mutating func decimal<Value: FixedPoint>() -> Value? {
    next { String.fromDatabaseValue($0).flatMap { StoredDecimal.value($0) } }
  }

  private mutating func needed<Value>(_ value: Value?) -> Value? {
    if value == nil { isFaulty = true }
    return value
  }

  private mutating func next<Value>(_ read: (DatabaseValue) -> Value?) -> Value? {
    defer { index += 1 }
    let value = row[index] as DatabaseValue
    guard !value.isNull else { return nil }
    return needed(read(value))
  }
}
