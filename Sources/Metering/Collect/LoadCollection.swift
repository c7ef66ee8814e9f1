import Documents

/// The interval data of one or more files, by account.
package struct LoadCollection: Sendable {
  /// In order of their first rows.
  package let accounts: [LoadAccount]
  /// In the order given.
  package let files: [LoadFileSummary]
  private let positions: [String: Int]

  init(accounts: [LoadAccount], files: [LoadFileSummary]) {
    self.accounts = accounts
    self.files = files
    positions = Dictionary(
      accounts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// An account's data.
  package subscript(id: String) -> LoadAccount? { positions[id].map { accounts[$0] } }

  /// All findings, account by account.
  package var findings: [LoadFinding] { accounts.flatMap(\.findings) }
}
