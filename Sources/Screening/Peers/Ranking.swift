import Quantities

/// Holds accounts against each other and puts those first at which a visit is worth most.
package struct Ranking: Sendable {
  /// The rows, the first rank first; then those whose data are in doubt, then those that could not
  /// be billed, each in the order of their numbers.
  package let rows: [RankedRow]
  /// What each group comes to.
  package let groups: [PeerGroup: PeerStatistics]

  /// Ranks rows; the order in which they are given does not matter.
  package init(_ rows: [ScreenRow]) {
    let groups = Self.groups(rows)
    self.groups = groups
    self.rows = Self.placed(rows, groups).enumerated().map { $1.ranked(at: $0) }
  }

  /// Numbers rows that stand in their order already.
  ///
  /// - Parameters:
  ///   - placed: Some rows of a ranking that follow one another.
  ///   - position: How many stand before them.
  package init(ordered placed: [PlacedRow], behind position: Int) {
    groups = [:]
    rows = placed.enumerated().map { $1.ranked(at: position + $0) }
  }

  /// The rows held against each other, in their order.
  ///
  /// A row is measured by its own industry alone, so that industries may be placed one by one.
  package static func placed(_ rows: [ScreenRow]) -> [PlacedRow] { placed(rows, groups(rows)) }

  /// What an account of a dossier is measured by, as far as these rows tell.
  package func peers(industry: String, voltage: Voltage?) -> PeerStatistics? {
    groups[.industryAndVoltage(industry, voltage)] ?? groups[.industry(industry)]
  }

  private static func placed(
    _ rows: [ScreenRow], _ groups: [PeerGroup: PeerStatistics]
  ) -> [PlacedRow] {
    rows.map { row in
      let choices: [PeerGroup] = [
        .industryAndVoltage(row.industry, row.voltage), .industry(row.industry),
      ]
      let group = choices.lazy.compactMap { name in groups[name].map { (name, $0) } }.first
      return PlacedRow(row, among: group)
    }.map { ($0.order, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private static func groups(_ rows: [ScreenRow]) -> [PeerGroup: PeerStatistics] {
    var members: [PeerGroup: [ScreenFigures]] = [:]
    for row in rows {
      guard let figures = row.figures, RankOrder.Standing(row) == .ranked else { continue }
      members[.industryAndVoltage(row.industry, row.voltage), default: []].append(figures)
      members[.industry(row.industry), default: []].append(figures)
    }
    return members.compactMapValues { figures in
      PeerStatistics(figures)
    }.filter { group, statistics in
      if case .industry = group { return true }
      return statistics.count >= PeerGroup.least
    }
  }
}
