import Quantities
import Use

/// The units of an account that can be paused one by one, and which are alike.
///
/// Sets of units are numbers of which bit k is unit k.
struct PausableUnits {
  /// Their names, as a pause refers to them.
  let names: [String]
  /// What is left with each set paused.
  private let rests: [InstalledFleet]
  /// For each unit the first one like it.
  private let like: [Int]

  /// So many can be searched.
  private static let most = 8

  /// Nothing where there are none, or more than eight.
  init?(_ fleet: InstalledFleet, losses: [String: InstalledUnit.Losses] = [:]) {
    let units = fleet.groups.flatMap { group in
      group.map { (choice: $0, isAlone: group.count == 1) }
    }.filter { $0.choice.standby != .cold }
    guard !units.isEmpty, units.count <= Self.most else { return nil }
    let names = units.map(\.choice.id)
    self.names = names
    rests = (0..<(1 << names.count)).map { mask in
      fleet.without(Set(names.indices.filter { mask >> $0 & 1 == 1 }.map { names[$0] }))
    }
    // Units are alike that are of the same rating and losses, and interlocked with none.
    like = units.indices.map { index in
      let unit = units[index]
      return units.firstIndex { other in
        other.isAlone && unit.isAlone && other.choice.rating == unit.choice.rating
          && other.choice.count == unit.choice.count && other.choice.standby == unit.choice.standby
          && losses[other.choice.id] == losses[unit.choice.id]
      } ?? index
    }
  }

  /// The units of an account; nothing, too, where they change or stand on several lines.
  init?(_ account: Account) {
    guard account.lines.isEmpty, !account.events.contains(where: \.change.isOfUnits) else {
      return nil
    }
    let units = account.singleUnits
    self.init(
      InstalledFleet(units),
      losses: Dictionary(
        units.compactMap { unit in unit.losses.map { (unit.id, $0) } },
        uniquingKeysWith: { first, _ in first }))
  }

  /// The sets that can be spared under a peak [kVA], ascending; that of no unit always.
  func sparable(under peak: Power, limits: TransformerFeasibility.Limits) -> [Int] {
    rests.indices.filter { $0 == 0 || feasibility(without: $0, peak: peak, limits).isFeasible }
  }

  /// How what is left is loaded.
  func feasibility(
    without mask: Int, peak: Power, _ limits: TransformerFeasibility.Limits
  ) -> TransformerFeasibility {
    TransformerFeasibility(rests[mask], peak: peak, limits: limits)
  }

  /// What a set takes off the capacity that is billed. [kVA]
  func capacity(of mask: Int) -> Power { rests[0].billed - rests[mask].billed }

  /// The names of a set.
  func names(in mask: Int) -> [String] {
    names.indices.filter { mask >> $0 & 1 == 1 }.map { names[$0] }
  }

  /// The set of some names.
  func mask(of names: [String]) -> Int {
    self.names.indices.filter { names.contains(self.names[$0]) }.reduce(0) { $0 | 1 << $1 }
  }

  /// The set of the first of like units, as many of each kind.
  func first(like mask: Int) -> Int {
    var result = 0
    for kind in Set(like) {
      let places = like.indices.filter { like[$0] == kind }
      let count = places.count { mask >> $0 & 1 == 1 }
      for place in places.prefix(count) { result |= 1 << place }
    }
    return result
  }

  /// Whether of like units with the same past the first ones pause.
  func isFirst(_ mask: Int, of pasts: [PausePast]) -> Bool {
    for index in pasts.indices where mask >> index & 1 == 1 {
      for earlier in 0..<index
      where like[earlier] == like[index] && pasts[earlier] == pasts[index] {
        if mask >> earlier & 1 == 0 { return false }
      }
    }
    return true
  }

  /// The places of the units with like ones in the order of their pasts.
  func sorted(_ pasts: [PausePast]) -> [Int] {
    var order = Array(pasts.indices)
    for first in Set(like).sorted() {
      let places = pasts.indices.filter { like[$0] == first }
      guard places.count > 1 else { continue }
      let inOrder = places.sorted { (pasts[$0], $0) < (pasts[$1], $1) }
      for (place, unit) in zip(places, inOrder) { order[place] = unit }
    }
    return order
  }
}

extension Account {
  /// The transformers one by one, several of one rating told apart, as a pause names them.
  var singleUnits: [InstalledUnit] {
    units.isEmpty ? transformers?.singleUnits() ?? [] : units
  }
}

extension AccountEvent.Change {
  /// Whether the units that are in use change.
  fileprivate var isOfUnits: Bool {
    switch self {
    case .pause, .resume, .add, .remove, .replace: return true
    case .contract, .method, .tariff, .voltage: return false
    }
  }
}
