import Quantities
import Use

/// Transformers by the load they can carry: groups that run at once, each a choice of interlocked
/// units.
package struct InstalledFleet: Sendable, Hashable {
  /// Like units that run together.
  package struct Choice: Sendable, Hashable {
    /// The name events refer to them by.
    package let id: String
    /// The rating of each. [kVA]
    package let rating: Power
    /// How many there are.
    package let count: Int
    /// Whether and how they stand by.
    package let standby: TransformerSet.Standby

    /// The rating of all of them together. [kVA]
    package var capacity: Power { Power(units: rating.units * Int128(count)) }
  }

  /// Groups that run at once.
  package let groups: [[Choice]]

  init(groups: [[Choice]]) { self.groups = groups.filter { !$0.isEmpty } }

  /// The transformers of a set.
  package init(_ set: TransformerSet) {
    self.init(
      groups: set.groups.map { group in
        group.map {
          Choice(
            id: $0.rating.description, rating: $0.rating, count: $0.count, standby: $0.standby)
        }
      })
  }

  /// Units that are listed one by one.
  package init(_ units: [InstalledUnit]) {
    let groups = Dictionary(grouping: units, by: \.group)
    self.init(
      groups: groups.keys.sorted().map { key in
        (groups[key] ?? []).map {
          Choice(id: $0.id, rating: $0.capacity, count: 1, standby: $0.standby)
        }
      })
  }

  /// The transformers of an account, as first installed.
  package init(_ account: Account) {
    if account.units.isEmpty, let set = account.transformers {
      self.init(set)
    } else {
      self.init(account.units)
    }
  }

  /// What carries load: of interlocked units the largest. [kVA]
  package var carrying: Power {
    groups.reduce(.zero) { $0 + (Self.running($1)?.capacity ?? .zero) }
  }

  /// What a basic charge counts: cold standby is left out. [kVA]
  package var billed: Power {
    groups.reduce(.zero) { sum, group in
      sum + (group.filter { $0.standby != .cold }.map(\.capacity).max() ?? .zero)
    }
  }

  /// What is left to carry load after the worst loss of one unit: hot standby steps in, and so do
  /// interlocked units in the place of the lost one. [kVA]
  ///
  /// Nothing where no unit carries load.
  package var afterLoss: Power? {
    let spare = groups.reduce(Power.zero) { sum, group in
      guard Self.running(group) == nil else { return sum }
      return sum + (group.filter { $0.standby == .hot }.map(\.capacity).max() ?? .zero)
    }
    return groups.compactMap { group in
      guard let running = Self.running(group) else { return nil }
      let others = group.filter { $0 != running && $0.standby != .cold }.map(\.capacity).max()
      let left = max(running.capacity - running.rating, others ?? .zero)
      return carrying + spare - running.capacity + left
    }.min()
  }

  /// The transformers without some of them.
  package func without(_ ids: Set<String>) -> InstalledFleet {
    InstalledFleet(groups: groups.map { $0.filter { !ids.contains($0.id) } })
  }

  private static func running(_ group: [Choice]) -> Choice? {
    group.filter { $0.standby == .none }.max { $0.capacity < $1.capacity }
  }
}
