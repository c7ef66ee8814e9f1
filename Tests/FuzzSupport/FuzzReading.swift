import Documents
import Metering
import Use

/// What a caller sees of a file: its accounts, or why there are none.
struct FuzzReading: Equatable {
  /// What a caller sees of an account.
  struct Account: Equatable {
    let profile: LoadProfile?
    let findings: [String]
    let isFaulty: Bool
    /// Whether it has anything to count, or something is said of why not.
    let isExplained: Bool
  }

  private(set) var accounts: [String: Account] = [:]
  private(set) var order: [String] = []
  private(set) var refusal: [Diagnostic] = []

  /// Reads a file as a caller of many accounts does.
  init(_ file: LoadFile) {
    do throws(DiagnosticsError) {
      add(try LoadReader.collect([file]).accounts)
    } catch {
      refusal = error.diagnostics
    }
  }

  init(_ read: [LoadAccount]) { add(read) }

  private mutating func add(_ read: [LoadAccount]) {
    for account in read {
      order.append(account.id)
      accounts[account.id] = Account(
        profile: account.profile,
        findings: account.findings.map { "\($0.severity) \($0.code.rawValue) \($0.text)" },
        isFaulty: account.findings.contains(where: \.keepsFromBilling),
        isExplained: account.profile != nil || !account.channels.isEmpty
          || account.findings.contains(where: \.keepsFromBilling))
    }
  }

  var isRefused: Bool { !refusal.isEmpty }

  var isFaulty: Bool { accounts.isEmpty || accounts.values.contains(where: \.isFaulty) }

  /// Which promise an account breaks by itself.
  var brokenPromise: String? {
    for (id, account) in accounts {
      if account.isFaulty, account.profile != nil { return "\(id): both a total and an error" }
      if !account.isExplained { return "\(id): neither a total nor a reason \(account.findings)" }
    }
    return order.count == accounts.count ? nil : "one account told twice"
  }

  /// Where profiles differ from those of the same file in another order.
  func difference(from other: FuzzReading) -> String? {
    for (id, account) in accounts {
      guard let profile = account.profile, let second = other.accounts[id]?.profile else {
        continue
      }
      if profile != second { return "\(id): another profile" }
    }
    return nil
  }
}
