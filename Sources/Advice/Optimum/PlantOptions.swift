import Billing
import Quantities
import Tariffs
import Use

/// The sets of transformers and the tariffs an account may have.
struct PlantOptions {
  /// Levers that make each of them; none for things as they are.
  let levers: [[Lever]]

  init(_ subject: AccountCase, _ bill: AccountBill, _ freedom: Freedom) {
    var sets: [[Lever]] = [[]]
    if !freedom.kept.contains(.transformers) {
      sets += Self.sets(subject, bill, freedom).map { [.transformers($0.set)] }
    }
    var options = sets
    if !freedom.kept.contains(.tariff) {
      options += sets.filter { set in
        (try? subject.applying(set)).map(Self.mayChooseTariff) ?? false
      }.map { $0 + [.singlePart] }
    }
    levers = options
  }

  /// What is taken for the power factor where it is not metered, in hundredths: no smaller
  /// transformer is advised for a load of which less is known.
  private static let unmeteredPowerFactor = 85

  /// The power factor a highest load is reckoned with where its own is not metered.
  static func powerFactor(_ bill: AccountBill) -> PowerFactor? {
    bill.bills.compactMap(\.powerFactor).min() ?? PowerFactor(hundredths: unmeteredPowerFactor)
  }

  /// Below this, an account may choose between the tariffs (发改价格〔2023〕526号). [kVA]
  static let largestSinglePart = Power(315)

  /// Whether an account may have the single-part tariff instead.
  static func mayChooseTariff(_ subject: AccountCase) -> Bool {
    guard let capacity = subject.account.billedCapacity else { return false }
    return capacity < largestSinglePart && subject.singlePartTariff != nil
      && subject.singlePartTariff != subject.account.tariff
  }

  /// Smaller sets that carry the load, ascending by capacity, each capacity once.
  static func sets(
    _ subject: AccountCase, _ bill: AccountBill, _ freedom: Freedom
  ) -> [TransformerCandidate] {
    guard subject.account.lines.isEmpty, let present = subject.account.billedCapacity,
      !subject.account.installedUnits.isEmpty,
      let factor = powerFactor(bill),
      let peak = MonthlyPeak.peaks(
        of: subject.use, account: subject.account, powerFactor: factor
      ).map(\.apparent).max()
    else { return [] }
    let limits = TransformerFeasibility.Limits(
      loading: freedom.loadingLimit, growth: freedom.growth, sparesOne: freedom.sparesOne)
    let fleet = InstalledFleet(subject.account)
    let reductions =
      (try? TransformerCandidate.reductions(of: fleet, peak: peak, limits: limits)) ?? []
    let singles = TransformerCandidate.singles(
      for: peak, at: subject.account.voltage ?? .kV35, limits: limits)
    var seen: Set<Power> = []
    let smaller = (reductions + singles).filter { candidate in
      candidate.capacity + subject.account.highVoltageMotors < present
    }
    // What is already there goes before what would have to be bought.
    return smaller.filter { seen.insert($0.capacity).inserted }
      .sorted { $0.capacity < $1.capacity }
  }
}
