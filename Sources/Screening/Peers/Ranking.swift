import Advice
import Quantities
import Use

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
    let placed = rows.map { (row: $0, place: Self.place(of: $0, groups)) }
    let sorted = placed.sorted { left, right in
      let (first, second) = (Self.class(left.row), Self.class(right.row))
      if first != second { return first < second }
      if first == 0 {
        let (one, other) = (left.row.figures?.worth ?? .zero, right.row.figures?.worth ?? .zero)
        if one != other { return one > other }
        let (excess, otherExcess) = (
          left.place?.priceDeviation ?? .zero, right.place?.priceDeviation ?? .zero
        )
        if excess != otherExcess { return excess > otherExcess }
      }
      return left.row.account < right.row.account
    }
    self.rows = sorted.enumerated().map { index, entry in
      let figures = entry.row.figures
      let isRanked = Self.class(entry.row) == 0
      return RankedRow(
        row: entry.row, place: entry.place,
        band: figures.map { SizeBand($0.energy, months: $0.months) },
        findings: Self.findings(entry.row, entry.place), rank: isRanked ? index + 1 : nil,
        reason: Self.reason(entry.row, entry.place))
    }
  }

  /// What an account of a dossier is measured by, as far as these rows tell.
  package func peers(industry: String, voltage: Voltage?) -> PeerStatistics? {
    groups[.industryAndVoltage(industry, voltage)] ?? groups[.industry(industry)]
  }

  private static func `class`(_ row: ScreenRow) -> Int {
    guard let figures = row.figures else { return 2 }
    return figures.isSuspect || figures.months == 0 ? 1 : 0
  }

  private static func groups(_ rows: [ScreenRow]) -> [PeerGroup: PeerStatistics] {
    var members: [PeerGroup: [ScreenFigures]] = [:]
    for row in rows {
      guard let figures = row.figures, Self.class(row) == 0 else { continue }
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

  private static func place(
    of row: ScreenRow, _ groups: [PeerGroup: PeerStatistics]
  ) -> PeerPlace? {
    guard let figures = row.figures else { return nil }
    let choices: [PeerGroup] = [
      .industryAndVoltage(row.industry, row.voltage), .industry(row.industry),
    ]
    guard let group = choices.first(where: { groups[$0] != nil }), let peers = groups[group]
    else { return nil }
    return PeerPlace(
      group: group, peers: peers,
      priceDeviation: figures.averagePrice.flatMap { peers.deviation(of: $0) },
      robustZ: figures.averagePrice.flatMap { peers.score(of: $0) })
  }

  private static func findings(_ row: ScreenRow, _ place: PeerPlace?) -> [String] {
    guard let figures = row.figures else { return [] }
    guard let place else { return figures.findings }
    return figures.findings
      + PeerFigures(place.peers).codes(
        price: figures.averagePrice, basicShare: figures.basicShare
      ).map(\.rawValue)
  }

  private static func reason(_ row: ScreenRow, _ place: PeerPlace?) -> RankedRow.Reason {
    guard let figures = row.figures else { return .failed }
    guard Self.class(row) == 0 else { return .suspect }
    if let best = figures.best, best.saving >= figures.evenLoadSaving ?? .zero {
      return .lever(best)
    }
    if let even = figures.evenLoadSaving { return .evenLoad(even) }
    if let deviation = place?.priceDeviation, deviation > PeerFigures.priceMargin {
      return .dearerThanPeers(deviation)
    }
    return .nothing
  }
}

extension PeerFigures {
  /// The figures of a group.
  package init(_ peers: PeerStatistics) {
    self.init(medianPrice: peers.medianPrice, medianBasicShare: peers.medianBasicShare)
  }
}
