import Advice
import ArgumentParser
import Documents
import Quantities
import Use

/// The changes to try.
struct LeverOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Target shares of energy by period [%], such as sharp=5,peak=25,flat=20,valley=50.",
      valueName: "shares"))
  var shiftShares: String?

  @OptionGroup var flexibility: FlexibilityOptions

  @Option(
    help: ArgumentHelp(
      "Capacitors that bring every month to this power factor, such as 0.95.", valueName: "value"))
  var powerFactor: String?

  @Option(
    help: ArgumentHelp(
      """
      A bank of capacitors [kvar], switched in equal steps: 10, or as many as stand after a colon; \
      600:0 is always on.
      """, valueName: "kvar[:steps]"))
  var capacitors: String?

  @Option(help: ArgumentHelp("The set of transformers after the change [kVA].", valueName: "set"))
  var transformers: String?

  @Option(
    help: ArgumentHelp(
      """
      A transformer, by its id or rating, out of use from the first day until the second, such as \
      T1:2025-02-01..2025-03-01; may be repeated.
      """, valueName: "unit:from..to"))
  var pause: [String] = []

  @Option(help: ArgumentHelp("Another supply voltage.", valueName: "level"))
  var voltage: String?

  @Option(help: ArgumentHelp("Another tariff.", valueName: "id"))
  var tariff: String?

  @Flag(help: "The single-part tariff beside the account's own.")
  var singlePart = false

  @Option(help: ArgumentHelp("capacity, contract-demand or actual-demand.", valueName: "method"))
  var basicCharge: String?

  @Option(
    help: ArgumentHelp(
      """
      The contract demand of every month [kW]; optimal: the one of each month that costs least, \
      kept as long as the tariff says.
      """, valueName: "kW|optimal"))
  var contractDemand: String?

  /// The levers, each once.
  ///
  /// - Throws: ``LeverFaults`` with everything that is wrong.
  func levers() throws(LeverFaults) -> [Lever] {
    var reader = FlagReader()
    reader.refuseBoth(
      "--shift-shares", shiftShares != nil, "--shift-flexible",
      flexibility.shiftFlexible != nil)
    reader.refuseBoth("--power-factor", powerFactor != nil, "--capacitors", capacitors != nil)
    reader.refuseBoth("--tariff", tariff != nil, "--single-part", singlePart)
    let levers = useLevers(&reader) + installationLevers(&reader) + priceLevers(&reader)
    try reader.finish()
    return levers
  }

  /// Levers written as they are on the command line, in a table.
  static func levers(in text: String) throws -> [Lever] {
    try LeverOptions.parse(text.split(separator: " ").map(String.init)).levers()
  }

  private func useLevers(_ reader: inout FlagReader) -> [Lever] {
    var levers: [Lever] = []
    if let shares = reader.read(shiftShares, ShareFlag.read) { levers.append(.shiftShares(shares)) }
    if let shift = flexibility.shift(&reader) { levers.append(.shiftFlexible(shift)) }
    let batches = flexibility.batches(&reader)
    if !batches.isEmpty { levers.append(.batches(batches)) }
    if let battery = flexibility.battery(&reader) { levers.append(.storage(battery)) }
    if let target = reader.read(powerFactor, CompensationFlag.powerFactor) {
      levers.append(.compensation(.powerFactor(target)))
    }
    if let bank = reader.read(capacitors, CompensationFlag.capacitors) {
      levers.append(.compensation(bank))
    }
    return levers
  }

  private func installationLevers(_ reader: inout FlagReader) -> [Lever] {
    var levers: [Lever] = []
    if let set = particular(.transformers, transformers, \.transformers, &reader) {
      levers.append(.transformers(set))
    }
    let pauses = reader.read(pause, PauseFlag.read)
    for (index, later) in pauses.enumerated() {
      for earlier in pauses[..<index]
      where earlier.unit == later.unit && earlier.span.intersection(later.span) != nil {
        reader.refuse(
          "--pause: \(later.unit) is paused twice on \(max(earlier.span.start, later.span.start))",
          hint: "give one pause from the first day to the last")
      }
    }
    if !pauses.isEmpty { levers.append(.pause(pauses)) }
    if let level = particular(.voltage, voltage, \.voltage, &reader) {
      levers.append(.voltage(level))
    }
    return levers
  }

  private func priceLevers(_ reader: inout FlagReader) -> [Lever] {
    var levers: [Lever] = []
    if let tariff { levers.append(.tariff(tariff)) }
    if singlePart { levers.append(.singlePart) }
    if let method = particular(.basicCharge, basicCharge, \.basicCharge, &reader) {
      levers.append(.basicCharge(.always(method)))
    }
    let contract = reader.read(contractDemand) { text throws(LeverFault) -> ContractChoice in
      guard text != "optimal" else { return .optimal }
      do throws(LeverFault) {
        return .plan(.always(try FlagFigure.power(text, "--contract-demand", "kW", .zeroOrMore)))
      } catch {
        throw LeverFault(
          message: error.message, hint: error.hint ?? "a figure in kW, or optimal")
      }
    }
    if let contract { levers.append(.contractDemand(contract)) }
    return levers
  }

  /// A particular of the account, read as its table would be.
  private func particular<Value>(
    _ field: AccountField, _ text: String?, _ value: KeyPath<Account, Value?>,
    _ reader: inout FlagReader
  ) -> Value? {
    reader.read(text) { text throws(LeverFault) in
      var account = Account(id: "", tariff: "")
      do throws(AccountError) {
        try account.set(field, to: text)
      } catch {
        throw LeverFault(message: error.sentence, hint: error.advice)
      }
      return account[keyPath: value]
    } ?? nil
  }
}
