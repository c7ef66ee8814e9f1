import Quantities
import Screening
import Use

/// The accounts of a screening, as they are shown.
package struct ScreenReport: Sendable {
  let ranking: Ranking
  /// Whether accounts are told by their place in the table alone.
  let isAnonymous: Bool
  /// Accounts that were looked at closely, with what was seen.
  let examined: [Examination]

  /// What a close look at an account's data showed.
  package struct Examination: Sendable {
    /// The account.
    package let account: String
    /// What was seen: the rule and a sentence.
    package let seen: [(rule: String, severity: String, text: String)]

    package init(account: String, seen: [(rule: String, severity: String, text: String)]) {
      self.account = account
      self.seen = seen
    }
  }

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - ranking: The accounts.
  ///   - isAnonymous: Whether numbers, names and columns of the owner's are left out.
  ///   - examined: Accounts that were looked at closely.
  package init(_ ranking: Ranking, isAnonymous: Bool = false, examined: [Examination] = []) {
    self.ranking = ranking
    self.isAnonymous = isAnonymous
    self.examined = examined
  }

  /// The columns in their order, without those of the owner's.
  static let columns = [
    "account", "name", "industry", "energy_kwh", "total", "average_price", "peer_median_price",
    "price_deviation", "robust_z", "basic_share", "peer_basic_share", "load_ratio", "load_factor",
    "valley_share", "power_factor", "findings", "best_lever", "saving", "rank", "error",
    "best_lever_to", "saving_of_an_even_load", "reason", "voltage", "tariff", "currency", "months",
    "incomplete_months", "max_demand_kw", "capacity_kva", "size_band", "peer_group", "peers",
  ]

  /// Columns of the owner's, in the order in which they are first met.
  var extraColumns: [String] {
    guard !isAnonymous else { return [] }
    return ranking.rows.flatMap { $0.row.extra.map(\.heading) }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// The rows with what is shown in each column.
  var records: [ScreenRecord] {
    ranking.rows.enumerated().map { index, row in
      ScreenRecord(row, alias: isAnonymous ? Self.alias(index, of: ranking.rows.count) : nil)
    }
  }

  /// `A0001`, with as many digits as there are accounts.
  private static func alias(_ index: Int, of count: Int) -> String {
    let digits = max(4, String(count).count)
    let number = String(index + 1)
    return "A" + String(repeating: "0", count: digits - number.count) + number
  }

  /// Accounts that could not be billed.
  package var failures: [(account: String, error: String)] {
    records.compactMap { record in record.error.map { (record.account, $0) } }
  }
}
