import Quantities

/// The order of accounts in a ranking: those a visit is worth most at first, then those whose data
/// are in doubt, then those that could not be billed; of equals the lower number.
package struct RankOrder: Sendable, Hashable, Comparable {
  /// Whether an account is compared with others.
  enum Standing: Int, Sendable {
    /// Its figures hold.
    case ranked
    /// Its data are in doubt, or none of its months is whole.
    case doubtful
    /// It could not be billed.
    case failed
  }

  let standing: Standing
  /// What a visit may be worth. [currency]
  private let worth: Money
  /// By how much its price is above that of its like. [fraction]
  private let deviation: Rate
  private let account: String

  init(_ row: ScreenRow, priceDeviation: Rate?) {
    standing = Standing(row)
    account = row.account
    let isRanked = standing == .ranked
    worth = isRanked ? row.figures?.worth ?? .zero : .zero
    deviation = isRanked ? priceDeviation ?? .zero : .zero
  }

  /// Compares by place in the ranking.
  package static func < (left: RankOrder, right: RankOrder) -> Bool {
    if left.standing != right.standing { return left.standing.rawValue < right.standing.rawValue }
    if left.worth != right.worth { return left.worth > right.worth }
    if left.deviation != right.deviation { return left.deviation > right.deviation }
    return left.account < right.account
  }

  /// A text of the same order, byte by byte, for programs that sort texts.
  package var text: String {
    "\(standing.rawValue) \(Self.falling(worth.units)) \(Self.falling(deviation.units)) \(account)"
  }

  /// A number of as many digits for every value, the less the larger the value is.
  private static func falling(_ value: Int128) -> String {
    let digits = String(UInt128(bitPattern: Int128.max &- value))
    return String(repeating: "0", count: 39 - digits.utf8.count) + digits
  }
}

extension RankOrder.Standing {
  init(_ row: ScreenRow) {
    guard let figures = row.figures else {
      self = .failed
      return
    }
    self = figures.isSuspect || figures.months == 0 ? .doubtful : .ranked
  }
}
