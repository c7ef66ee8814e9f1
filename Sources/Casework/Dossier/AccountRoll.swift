import Use

/// The accounts of a dossier while its other tables are read.
struct AccountRoll {
  /// The accounts, in the order of `accounts.csv`.
  var entries: [DossierAccount]
  /// The account of rows that name none.
  let single: String?
  /// What an account is like that stands in no list; nothing where every account must stand in one.
  let stranger: Account?
  /// What is known of each account's meters beside what a bill needs.
  var meters: [String: AccountMeters] = [:]

  /// The account numbers, in their order.
  let names: [String]

  private let positions: [String: Int]

  /// The accounts of `accounts.csv`.
  init(_ entries: [DossierAccount]) {
    self.entries = entries
    positions = Dictionary(
      entries.enumerated().map { ($0.element.account.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    names = positions.keys.sorted()
    single = entries.count == 1 ? entries.first?.account.id : nil
    stranger = nil
  }

  /// Any account, with the particulars of one that flags describe.
  init(anyLike account: Account) {
    entries = []
    positions = [:]
    names = []
    single = account.id
    stranger = account
  }

  /// Whether rows may be about an account.
  func holds(_ id: String) -> Bool { stranger != nil || positions[id] != nil }

  /// An account; nothing where there is none of that number.
  func account(_ id: String) -> Account? {
    if let position = positions[id] { return entries[position].account }
    guard var account = stranger else { return nil }
    account.id = id
    return account
  }

  /// Changes an account that stands in the list.
  mutating func change(_ id: String, _ work: (inout Account) -> Void) {
    guard let position = positions[id] else { return }
    work(&entries[position].account)
  }
}
