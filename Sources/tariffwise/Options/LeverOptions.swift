import Advice
import ArgumentParser
import Quantities
import Use

/// The changes to try.
struct LeverOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Target shares of energy by period [%], such as sharp=5,peak=25,flat=20,valley=50.",
      valueName: "shares"))
  var shiftShares: String?

  @Option(help: ArgumentHelp("The set of transformers after the change [kVA].", valueName: "set"))
  var transformers: String?

  @Option(help: ArgumentHelp("Another supply voltage.", valueName: "level"))
  var voltage: String?

  @Option(help: ArgumentHelp("Another tariff.", valueName: "id"))
  var tariff: String?

  @Option(help: ArgumentHelp("capacity, contract-demand or actual-demand.", valueName: "method"))
  var basicCharge: String?

  @Option(help: ArgumentHelp("The contract demand of every month [kW].", valueName: "kW"))
  var contractDemand: String?

  /// The levers, each once.
  func levers() throws -> [Lever] {
    var levers: [Lever] = []
    if let shiftShares { levers.append(.shiftShares(try Self.shares(shiftShares))) }
    var account = Account(id: "", tariff: "")
    if let transformers {
      try set(.transformers, transformers, in: &account)
      if let set = account.transformers { levers.append(.transformers(set)) }
    }
    if let voltage {
      try set(.voltage, voltage, in: &account)
      if let level = account.voltage { levers.append(.voltage(level)) }
    }
    if let tariff { levers.append(.tariff(tariff)) }
    if let basicCharge {
      try set(.basicCharge, basicCharge, in: &account)
      if let method = account.basicCharge { levers.append(.basicCharge(method)) }
    }
    if let contractDemand {
      try set(.contractDemand, contractDemand, in: &account)
      if let demand = account.contractDemand { levers.append(.contractDemand(demand)) }
    }
    return levers
  }

  /// Levers written as they are on the command line, in a table.
  static func levers(in text: String) throws -> [Lever] {
    try LeverOptions.parse(text.split(separator: " ").map(String.init)).levers()
  }

  private func set(
    _ field: AccountField, _ text: String, in account: inout Account
  ) throws {
    do throws(AccountError) {
      try account.set(field, to: text)
    } catch {
      throw LeverFault(message: error.message, hint: error.hint)
    }
  }

  private static func shares(_ text: String) throws -> [PeriodName: Rate] {
    var shares: [PeriodName: Rate] = [:]
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let equals = part.firstIndex(of: "=") else {
        throw LeverFault(
          message: "--shift-shares: \"\(part)\" is not of the form period=percent",
          hint: "such as sharp=5,peak=25,flat=20,valley=50")
      }
      let period = PeriodName(String(part[..<equals]))
      let share: Rate
      do throws(NumberError) {
        share = try Rate(percent: part[part.index(after: equals)...])
      } catch {
        throw LeverFault(message: "--shift-shares: \(error.message)", hint: error.hint)
      }
      guard shares.updateValue(share, forKey: period) == nil else {
        throw LeverFault(message: "--shift-shares: \(period) stands twice", hint: nil)
      }
    }
    return shares
  }
}
