import Quantities
import Use

/// What of a month may change hour by hour — load that may move, a battery, or both — and what the
/// month can cost at the least with it, under any cost of demand.
package struct LoadFlexibility: Sendable {
  /// The month, with its own cost of demand.
  package let problem: PeriodProblem
  /// What the month's energy costs as it is, demand not counted; comparable with
  /// ``least(under:)``. [currency]
  package let presentEnergyCost: Money
  private let search: ShiftSearch?
  private let programme: StorageProgramme?
  private let load: [Int64]

  /// Prepares a month.
  ///
  /// - Parameters:
  ///   - problem: The month; with a battery its prices must be true ones.
  ///   - profile: The load as it is.
  ///   - shift: What of the load may move.
  ///   - battery: The battery.
  /// - Throws: ``LeverProblem`` where the load cannot be shifted as asked.
  package init(
    problem: PeriodProblem, profile: LoadProfile, shift: FlexibleShift?, battery: Battery?
  ) throws(LeverProblem) {
    self.problem = problem
    let load = problem.load(in: profile)
    self.load = load
    presentEnergyCost = PeriodProblem.money(ofProduct: problem.energyProduct(of: load))
    search = if let shift { try LoadShift.search(problem, profile, shift) } else { nil }
    let flexible = search?.flexibleLoad
    programme = battery.flatMap { battery in
      guard battery.capacity > .zero, battery.power > .zero else { return nil }
      let programme =
        if let flexible {
          StorageProgramme(problem: problem, battery: battery, flexible: flexible)
        } else {
          StorageProgramme(problem: problem, battery: battery, load: load)
        }
      return programme.intervals.isEmpty ? nil : programme
    }
  }

  /// Whether ``least(under:)`` is found exactly and not by a linear programme, whose objective holds
  /// to about a millionth.
  package var isExact: Bool { programme == nil }

  /// What no use of the freedom can fall below under a cost of demand: energy and demand together.
  /// [currency]
  package func least(under demand: DemandCost) -> Money {
    let present = presentEnergyCost + demand.cost(of: problem.highestDemand(of: load))
    guard let programme else {
      return search.map { presentEnergyCost - $0.presentEnergyCost + $0.least(under: demand) }
        ?? present
    }
    var least = present
    var answers: [StorageProgramme.Answer] = []
    for run in demand.convexRuns(first: problem.highestDemand(of: load)) {
      if answers.contains(where: { $0.bound(in: run, highest: programme.highest) >= least }) {
        continue
      }
      guard let answer = programme.solve(run) else { continue }
      answers.append(answer)
      least = min(least, answer.objective)
    }
    return least
  }
}
