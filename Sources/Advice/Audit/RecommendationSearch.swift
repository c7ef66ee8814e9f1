import Billing
import Quantities
import Tariffs
import Use

/// Tries each kind of change by itself, every one billed in full, and all of them together.
struct RecommendationSearch {
  let recommendations: [Recommendation]
  let optimum: Optimum?

  /// How far a transformer is loaded at the most: what is recommended, and above what is warned.
  static let loadingLimit = Rate(units: 800_000_000_000)

  /// Ratings of the R10 series in which power transformers are made, GB/T 6451 and GB/T 10228. [kVA]
  static let standardRatings = [
    30, 50, 63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000,
    2500, 3150, 4000, 5000, 6300, 8000, 10_000, 12_500, 16_000, 20_000, 25_000, 31_500, 40_000,
    50_000, 63_000, 90_000, 120_000, 150_000, 180_000, 240_000,
  ]

  init(subject: AccountCase, bill: AccountBill) {
    let freedom = Freedom()
    let searched = Self.saving(
      Self.pauses(subject, bill) + Self.flexibleLoad(subject, bill), subject, bill)
    recommendations = Self.bestOfEachKind(Self.singles(subject: subject, bill: bill) + searched)
    let optimum = try? Optimum(subject, freedom: freedom, baseline: bill)
    self.optimum = optimum.flatMap { $0.comparison.saving > .zero ? $0 : nil }
  }

  /// Changes that can be judged one by one, the best of each kind, best first.
  static func singles(subject: AccountCase, bill: AccountBill) -> [Recommendation] {
    var singles = saving(
      smallerTransformers(subject, bill, Freedom()) + otherMethods(subject, bill)
        + capacitors(subject, bill) + singlePart(subject), subject, bill)
    if let contract = ContractSearch(subject, bill), let change = contract.comparison.levers.first {
      singles.append(
        Recommendation(
          change.lever, contract.comparison,
          .allowed(boundForMonths: contract.boundForMonths), subject: subject))
    }
    return bestOfEachKind(singles)
  }

  /// Those of some changes that save, each billed in full.
  private static func saving(
    _ tries: [Try], _ subject: AccountCase, _ bill: AccountBill
  ) -> [Recommendation] {
    tries.compactMap { lever, feasibility in
      guard let tried = try? WhatIf(subject, levers: [lever], baseline: bill), tried.saving > .zero
      else { return nil }
      return Recommendation(lever, tried, feasibility, subject: subject)
    }
  }

  private typealias Try = (Lever, Recommendation.Feasibility)

  private static func smallerTransformers(
    _ subject: AccountCase, _ bill: AccountBill, _ freedom: Freedom
  ) -> [Try] {
    PlantOptions.sets(subject, bill, freedom).compactMap { candidate in
      guard let load = candidate.feasibility.loadRatio else { return nil }
      return (.transformers(candidate.set), .transformerLoad(load, limit: loadingLimit))
    }
  }

  private static func otherMethods(_ subject: AccountCase, _ bill: AccountBill) -> [Try] {
    guard let month = bill.bills.last?.month, let version = subject.version(in: month),
      let basic = version.basicCharge, let current = bill.bills.last?.method
    else { return [] }
    return basic.methods.map(\.method).filter { $0 != current }.map {
      (.basicCharge(.always($0)), .allowed(boundForMonths: version.terms.methodMonths))
    }
  }

  private static func capacitors(_ subject: AccountCase, _ bill: AccountBill) -> [Try] {
    guard let lever = CompensationChoice(subject, bill).lever,
      case .compensation(let compensation) = lever, let bank = try? subject.bank(compensation)
    else { return [] }
    return [(lever, .capacitors(kvar: bank.kvar))]
  }

  private static func singlePart(_ subject: AccountCase) -> [Try] {
    guard let capacity = subject.account.billedCapacity,
      PlantOptions.mayChooseTariff(subject)
    else { return [] }
    return [(.singlePart, .choiceOfTariff(capacity: capacity))]
  }

  private static func pauses(_ subject: AccountCase, _ bill: AccountBill) -> [Try] {
    guard let choice = PauseChoice(subject, bill) else { return [] }
    return [(choice.lever, .remainingLoad(choice.load, limit: loadingLimit))]
  }

  /// How much of the load is taken for flexible, to tell what that would be worth.
  private static let flexibleShare = Rate(units: 100_000_000_000)

  /// A part of the load moved within the day, demand going no higher than it has been.
  private static func flexibleLoad(_ subject: AccountCase, _ bill: AccountBill) -> [Try] {
    guard case .intervals(let profile) = subject.use, profile.lines.isEmpty,
      let highest = bill.bills.compactMap(\.determinants.maximumDemand?.power).max()
    else { return [] }
    let shift = FlexibleShift(share: flexibleShare, ceiling: highest)
    return [(.shiftFlexible(shift), .ifLoadCanMove(share: flexibleShare))]
  }

  /// The best of each kind of lever, best first, those that hang on the process last; of equal
  /// savings the larger transformer, since it changes less.
  private static func bestOfEachKind(_ singles: [Recommendation]) -> [Recommendation] {
    var best: [String: Recommendation] = [:]
    for single in singles {
      if let known = best[single.lever.name], known.saving > single.saving { continue }
      best[single.lever.name] = single
    }
    return best.values.sorted {
      if $0.isConditional != $1.isConditional { return $1.isConditional }
      return $0.saving != $1.saving ? $0.saving > $1.saving : $0.lever.rank < $1.lever.rank
    }
  }
}
