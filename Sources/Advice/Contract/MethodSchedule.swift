import Quantities

/// The cheapest methods of the basic charge for months that are known, under the tariff's terms.
///
/// The last choice may run on past the months given. Of schedules that cost the same, one with the
/// fewest changes is taken.
package struct MethodSchedule: Sendable, Hashable {
  /// The method of each month.
  package let methods: [BasicChargeMethod]
  /// What the months cost with them. [currency]
  package let total: Money

  /// Plans; nothing where the terms leave no method for some month.
  ///
  /// - Parameters:
  ///   - first: The first month.
  ///   - costs: What each month costs by each method that is allowed in it. [currency]
  ///   - methodMonths: Months a method is kept at the least.
  ///   - hold: How that is read.
  ///   - present: The method in force before, kept long enough to be changed where a change may be;
  ///     nothing for a free choice, which by the rolling reading begins with the first month.
  package init?(
    from first: Month, costs: [[BasicChargeMethod: Money]], methodMonths: Int,
    hold: HoldReading = .calendar, startingWith present: BasicChargeMethod? = nil
  ) {
    let term = max(1, methodMonths)
    // The best way to each state: a method, and for how long it has been held, up to the term.
    var plans: [State: Plan] = [:]
    if let present { plans[State(method: present, held: term)] = Plan() }
    for (index, allowed) in costs.enumerated() {
      var next: [State: Plan] = [:]
      func reach(_ state: State, _ plan: Plan) {
        if let known = next[state], !plan.isBetter(than: known) { return }
        next[state] = plan
      }
      for method in BasicChargeMethod.allCases {
        guard let cost = allowed[method] else { continue }
        if index == 0 && present == nil {
          reach(State(method: method, held: 1), Plan().then(method, cost, isChange: false))
        }
        for before in State.all(term: term) {
          guard let plan = plans[before] else { continue }
          if before.method == method {
            let state = State(method: method, held: min(before.held + 1, term))
            reach(state, plan.then(method, cost, isChange: false))
          } else if hold.mayChange(
            atOrdinal: first.ordinal + index, heldFor: before.held, term: term)
          {
            reach(State(method: method, held: 1), plan.then(method, cost, isChange: true))
          }
        }
      }
      plans = next
    }
    var best: Plan?
    for plan in State.all(term: term).compactMap({ plans[$0] }) {
      if let known = best, !plan.isBetter(than: known) { continue }
      best = plan
    }
    guard let best else { return nil }
    methods = best.methods
    total = best.total
  }

  /// A method in force, and for how long. [months]
  private struct State: Hashable {
    let method: BasicChargeMethod
    let held: Int

    static func all(term: Int) -> [State] {
      BasicChargeMethod.allCases.flatMap { method in
        (1...term).map { State(method: method, held: $0) }
      }
    }
  }

  /// The methods up to a month and what they cost.
  private struct Plan {
    var methods: [BasicChargeMethod] = []
    var total: Money = .zero
    var changes = 0

    func then(_ method: BasicChargeMethod, _ cost: Money, isChange: Bool) -> Plan {
      Plan(
        methods: methods + [method], total: total + cost, changes: changes + (isChange ? 1 : 0))
    }

    func isBetter(than other: Plan) -> Bool {
      (total, changes) < (other.total, other.changes)
    }
  }
}
