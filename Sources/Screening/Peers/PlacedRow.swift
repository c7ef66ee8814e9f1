import Advice
import Quantities

/// A row of a screening held against its like, before it has a rank.
package struct PlacedRow: Sendable, Hashable {
  /// The account by itself.
  package let row: ScreenRow
  /// Where it stands among its like; nothing for one that was not billed, or has no like.
  package let place: PeerPlace?

  /// Holds a row against a group.
  ///
  /// - Parameters:
  ///   - row: The account.
  ///   - group: Whom it is measured by, and what they come to.
  package init(_ row: ScreenRow, among group: (name: PeerGroup, peers: PeerStatistics)?) {
    self.row = row
    place = group.flatMap { group in
      row.figures.map { figures in
        PeerPlace(
          group: group.name, peers: group.peers,
          priceDeviation: figures.averagePrice.flatMap { group.peers.deviation(of: $0) },
          robustZ: figures.averagePrice.flatMap { group.peers.score(of: $0) })
      }
    }
  }

  /// Its place in a ranking.
  package var order: RankOrder { RankOrder(row, priceDeviation: place?.priceDeviation) }

  /// The row with its rank.
  ///
  /// - Parameter position: How many rows stand before it, where accounts whose figures hold come
  ///   first.
  /// - Returns: The row; without a rank where its figures do not hold.
  func ranked(at position: Int) -> RankedRow {
    RankedRow(
      row: row, place: place,
      band: row.figures.map { SizeBand($0.energy, months: $0.months) }, findings: findings,
      rank: order.standing == .ranked ? position + 1 : nil, reason: reason)
  }

  private var findings: [String] {
    guard let figures = row.figures else { return [] }
    guard let place else { return figures.findings }
    return figures.findings
      + PeerFigures(place.peers).codes(
        price: figures.averagePrice, basicShare: figures.basicShare
      ).map(\.rawValue)
  }

  private var reason: RankedRow.Reason {
    guard let figures = row.figures else { return .failed }
    guard order.standing == .ranked else { return .suspect }
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
