import Documents
import GRDB

extension ScreenStore {
  /// Keeps where accounts stand among each other; an earlier ranking goes.
  ///
  /// - Throws: Why it cannot be written.
  package func save(_ ranking: Ranking) throws(DiagnosticsError) {
    try flush()
    try write { database in
      try database.execute(sql: "DELETE FROM ranking")
      let place = try database.makeStatement(
        sql: """
          INSERT INTO ranking (position, account, rank, reason, size_band, peer_industry,
            peer_voltage, peers, peer_median_price, price_deviation, robust_z, peer_basic_share)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      let finding = try database.makeStatement(
        sql: "INSERT INTO peer_findings (account, position, code) VALUES (?, ?, ?)")
      for (position, row) in ranking.rows.enumerated() {
        try place.execute(arguments: StatementArguments(Self.values(row, at: position + 1)))
        let own = row.row.figures?.findings.count ?? 0
        for (position, code) in row.findings.enumerated().dropFirst(own) {
          try finding.execute(arguments: [row.row.account, position, code])
        }
      }
    }
  }

  private static func values(
    _ row: RankedRow, at position: Int
  ) -> [(any DatabaseValueConvertible)?] {
    var values: [(any DatabaseValueConvertible)?] = [
      position, row.row.account, row.rank, reason(row.reason), row.band?.rawValue,
    ]
    guard let place = row.place else {
      return values + [(any DatabaseValueConvertible)?](repeating: nil, count: 7)
    }
    switch place.group {
    case .industryAndVoltage(let industry, let voltage): values += [industry, voltage?.rawValue]
    case .industry(let industry): values += [industry, nil]
    }
    values += [place.peers.count, StoredDecimal.text(place.peers.medianPrice)]
    values += [place.priceDeviation.map { StoredDecimal.text($0) }]
    values += [place.robustZ.map { StoredDecimal.text($0) }]
    return values + [StoredDecimal.text(place.peers.medianBasicShare)]
  }

  private static func reason(_ reason: RankedRow.Reason) -> String {
    switch reason {
    case .lever: return "lever"
    case .evenLoad: return "even-load"
    case .dearerThanPeers: return "dearer-than-peers"
    case .nothing: return "nothing"
    case .suspect: return "suspect"
    case .failed: return "failed"
    }
  }
}
