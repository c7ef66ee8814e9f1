import Quantities
import Use

/// Other transformers that carry a load.
package struct TransformerCandidate: Sendable, Hashable {
  /// Units that are taken away.
  package struct Removal: Sendable, Hashable {
    /// Their name.
    package let id: String
    /// How many of them.
    package let count: Int
  }

  /// What is done.
  package enum Change: Sendable, Hashable {
    /// One unit takes the place of all. [kVA]
    case single(Power)
    /// Some units are paused or removed.
    case reduced([Removal])
  }

  /// What is done.
  package let change: Change
  /// The set that is left, as a lever takes it.
  package let set: TransformerSet
  /// What a basic charge counts then. [kVA]
  package let capacity: Power
  /// How the set is loaded.
  package let feasibility: TransformerFeasibility

  /// The standard ratings that carry a peak by themselves, ascending.
  ///
  /// - Parameters:
  ///   - peak: The highest apparent power. [kVA]
  ///   - voltage: The supply voltage.
  ///   - limits: How far a unit may be loaded.
  /// - Returns: Nothing where even the largest is too small.
  package static func singles(
    for peak: Power, at voltage: Voltage, limits: TransformerFeasibility.Limits
  ) -> [TransformerCandidate] {
    TransformerSeries.ratings(at: voltage).compactMap { rating in
      guard let set = try? TransformerSet(rating.description) else { return nil }
      let found = TransformerFeasibility(InstalledFleet(set), peak: peak, limits: limits)
      guard found.isFeasible else { return nil }
      return TransformerCandidate(
        change: .single(rating), set: set, capacity: rating, feasibility: found)
    }
  }

  /// The fleets that carry a peak after some of their units are paused or removed, ascending by
  /// what a basic charge counts.
  ///
  /// - Throws: ``TransformerProblem/tooManyUnits(_:)`` for more than 100,000 combinations.
  package static func reductions(
    of fleet: InstalledFleet, peak: Power, limits: TransformerFeasibility.Limits
  ) throws(TransformerProblem) -> [TransformerCandidate] {
    let choices = fleet.groups.joined().filter { $0.standby != .cold }
    var combinations = 1
    for choice in choices {
      combinations *= choice.count + 1
      if combinations > 100_000 {
        throw .tooManyUnits(choices.reduce(0) { $0 + $1.count })
      }
    }
    var found: [TransformerCandidate] = []
    for number in 1..<max(1, combinations) {
      var rest = number
      let removals = choices.map { choice in
        defer { rest /= choice.count + 1 }
        return rest % (choice.count + 1)
      }
      if let candidate = candidate(fleet, removals, peak, limits) { found.append(candidate) }
    }
    return found.sorted {
      $0.capacity != $1.capacity
        ? $0.capacity < $1.capacity : $0.set.description < $1.set.description
    }
  }

  private static func candidate(
    _ fleet: InstalledFleet, _ removals: [Int], _ peak: Power,
    _ limits: TransformerFeasibility.Limits
  ) -> TransformerCandidate? {
    var position = 0
    var removed: [Removal] = []
    let left = InstalledFleet(
      groups: fleet.groups.map { group in
        group.compactMap { choice in
          guard choice.standby != .cold else { return choice }
          let count = removals[position]
          position += 1
          if count > 0 { removed.append(Removal(id: choice.id, count: count)) }
          guard choice.count > count else { return nil }
          return InstalledFleet.Choice(
            id: choice.id, rating: choice.rating, count: choice.count - count,
            standby: choice.standby)
        }
      })
    let found = TransformerFeasibility(left, peak: peak, limits: limits)
    guard found.isFeasible, let set = try? TransformerSet(left.text) else { return nil }
    return TransformerCandidate(
      change: .reduced(removed), set: set, capacity: left.billed, feasibility: found)
  }
}

extension InstalledFleet {
  /// The transformers as a set is written: `2x1000+630`.
  var text: String {
    groups.map { group in
      group.map { choice in
        let times = choice.count > 1 ? "\(choice.count)x" : ""
        let standby = choice.standby == .none ? "" : "(\(choice.standby.rawValue))"
        return "\(times)\(choice.rating)\(standby)"
      }.joined(separator: "|")
    }.joined(separator: "+")
  }
}
