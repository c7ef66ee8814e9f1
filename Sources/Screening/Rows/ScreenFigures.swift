import Quantities

/// What a screening finds out of an account by itself.
package struct ScreenFigures: Sendable, Hashable {
  /// The ISO 4217 code of the currency.
  package var currency: String
  /// Digits of its smallest unit.
  package var moneyDigits: Int
  /// The months that were billed.
  package var months: Int
  /// Months with holes, which were not.
  package var incompleteMonths: Int
  /// The energy of the months billed. [kWh]
  package var energy: Energy
  /// What they cost. [currency]
  package var total: Money
  /// What a kilowatt-hour costs, to four decimals. [currency/kWh]
  package var averagePrice: Price?
  /// The basic charge's part of the total. [fraction]
  package var basicShare: Rate?
  /// Highest demand ÷ power factor ÷ installed capacity. [fraction]
  package var loadRatio: Rate?
  /// Energy ÷ (hours × highest demand). [fraction]
  package var loadFactor: Rate?
  /// The part of the energy used in valley and deep hours; nothing where the tariff has none.
  /// [fraction]
  package var valleyShare: Rate?
  /// The average power factor. [fraction]
  package var powerFactor: Rate?
  /// The highest maximum demand. [kW]
  package var maximumDemand: Power?
  /// The capacity that is billed. [kVA]
  package var capacity: Power?
  /// The codes of what stands out.
  package var findings: [String]
  /// The single change that saves most; nothing where none saves.
  package var best: BestLever?
  /// What the load would save if it ran evenly round the clock, where it is dearer than that: what
  /// moving load is worth at the most. [currency]
  package var evenLoadSaving: Money?

  /// A single change and what it saves.
  package struct BestLever: Sendable, Hashable {
    /// The lever's name, which is that of its flag.
    package var lever: String
    /// What is chosen.
    package var to: String
    /// What it saves over the months billed. [currency]
    package var saving: Money

    package init(lever: String, to: String, saving: Money) {
      self.lever = lever
      self.to = to
      self.saving = saving
    }
  }

  package init(
    currency: String, moneyDigits: Int, months: Int, incompleteMonths: Int, energy: Energy,
    total: Money, averagePrice: Price?, basicShare: Rate?, loadRatio: Rate?, loadFactor: Rate?,
    valleyShare: Rate?, powerFactor: Rate?, maximumDemand: Power?, capacity: Power?,
    findings: [String], best: BestLever?, evenLoadSaving: Money?
  ) {
    self.currency = currency
    self.moneyDigits = moneyDigits
    self.months = months
    self.incompleteMonths = incompleteMonths
    self.energy = energy
    self.total = total
    self.averagePrice = averagePrice
    self.basicShare = basicShare
    self.loadRatio = loadRatio
    self.loadFactor = loadFactor
    self.valleyShare = valleyShare
    self.powerFactor = powerFactor
    self.maximumDemand = maximumDemand
    self.capacity = capacity
    self.findings = findings
    self.best = best
    self.evenLoadSaving = evenLoadSaving
  }

  /// Whether the data themselves are in doubt, so that no other account is measured by this one.
  package var isSuspect: Bool { findings.contains { Self.doubts.contains($0) } }

  private static let doubts: Set<String> = ["data-suspect", "multiplier-suspect"]

  /// What a visit may be worth: the best single change, or an even load where that is more.
  /// [currency]
  package var worth: Money { max(best?.saving ?? .zero, evenLoadSaving ?? .zero) }
  /// For how long the highest demand would have to run for the energy of the months. [h]
  package var hoursOfUse: Quantity? {
    guard let maximumDemand, maximumDemand > .zero else { return nil }
    return Quantity(
      units: WideProduct(energy.quantity.units, Quantity.unitsPerOne)
        .divided(by: maximumDemand.quantity.units)
    ).rounded(digits: 1)
  }
}
