import Billing
import Quantities
import Tariffs
import Use

/// An account with its use and the terms it is billed under: what levers work on.
public struct AccountCase: Sendable {
  /// The account.
  public var account: Account
  /// Its use.
  public var use: MeteredUse
  /// The terms.
  public let biller: Biller

  /// Makes a case.
  public init(account: Account, use: MeteredUse, biller: Biller) {
    self.account = account
    self.use = use
    self.biller = biller
  }

  /// The bills as things stand.
  public func bills() throws(BillingFailure) -> AccountBill {
    try biller.bills(for: account, use: use)
  }

  /// The version of the rules a month is billed by, before any fallback.
  func version(in month: Month) -> TariffVersion? {
    let month = biller.terms.asOf ?? month
    return biller.terms.book.tariffs[account.tariff]?.version(on: month.firstDay)
  }

  /// What the account is like after a lever; the use is moved by the periods of `target`, the
  /// account as it will be billed in the end.
  func applying(_ lever: Lever, target: Account) throws(LeverProblem) -> AccountCase {
    var changed = self
    switch lever {
    case .shiftShares(let shares):
      var final = self
      final.account = target
      changed.use = try ShareShift(shares: .same(shares), case: final).apply(to: use)
    case .transformers(let set):
      changed.account.transformers = set
      changed.account.units = []
      changed.account.lines = []
      changed.dropEvents { $0.isOfTransformers }
    case .voltage(let voltage):
      changed.account.voltage = voltage
      changed.dropEvents { if case .voltage = $0 { return true } else { return false } }
    case .tariff(let id):
      changed.account.tariff = id
      changed.dropEvents { if case .tariff = $0 { return true } else { return false } }
    case .basicCharge(let method):
      changed.account.basicCharge = method
      changed.dropEvents { if case .method = $0 { return true } else { return false } }
    case .contractDemand(let demand):
      changed.account.contractDemand = demand
      changed.dropEvents { if case .contract = $0 { return true } else { return false } }
      changed.use = changed.use.withoutContractDemand
    }
    return changed
  }

  /// A lever holds in every month: events that would undo it are left out.
  private mutating func dropEvents(_ undo: (AccountEvent.Change) -> Bool) {
    account.events.removeAll { undo($0.change) }
  }
}

extension AccountEvent.Change {
  /// Whether the change is one of the installation.
  fileprivate var isOfTransformers: Bool {
    switch self {
    case .pause, .resume, .add, .remove, .replace: return true
    case .contract, .method, .tariff, .voltage: return false
    }
  }
}

extension MeteredUse {
  /// The use without contract demands of single months, which go before the account's.
  fileprivate var withoutContractDemand: MeteredUse {
    func cleared(_ readings: [MonthlyReading]) -> [MonthlyReading] {
      readings.map { reading in
        var cleared = reading
        cleared.contractDemand = nil
        return cleared
      }
    }
    switch self {
    case .readings(let readings): return .readings(cleared(readings))
    case .intervals(var profile):
      profile.registers = cleared(profile.registers)
      return .intervals(profile)
    }
  }
}
