import Billing
import Quantities
import Tariffs
import Use

/// The pauses that make the months of a plant cheapest, with the best method for each month.
struct PauseOptimum {
  /// The pauses; none where none saves.
  let pauses: [UnitPause]
  /// The method of each month.
  let methods: [BasicChargeMethod]
  /// What the months cost, each with the best contract demand of its own. [currency]
  let total: Money
  /// What no pauses make them cost less than, but for rounding. [currency]
  let bound: Money
  /// By how much rounding may make a bill less. [currency]
  let slack: Money

  /// Nothing where no way through the months was found.
  init?(_ costs: PauseCosts) {
    guard
      let plan = PausePlan(costs.units, months: costs.months, terms: costs.terms)
    else { return nil }
    pauses = plan.pauses
    methods = plan.choices.map { costs.methods[$0] }
    total = Money(units: plan.cost)
    slack = costs.slack
    guard !plan.isComplete || !costs.isOneRule else {
      bound = total
      return
    }
    // Every month with the cheapest pause there is, whatever a year allows.
    let relaxed = costs.months.map { month in
      PausePlan.Month(
        span: month.span, mayChange: month.mayChange,
        costs: month.costs.map { costs in
          costs.values.min().map { [0: $0] } ?? [:]
        })
    }
    guard let least = PausePlan(costs.units, months: relaxed, terms: costs.terms) else {
      return nil
    }
    bound = Money(units: least.cost)
  }
}
