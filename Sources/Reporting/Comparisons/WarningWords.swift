import Advice
import Quantities

/// What the reader of a comparison ought to know, in words.
enum WarningWords {
  /// One or two sentences.
  static func text(_ warning: WhatIf.Warning) -> String {
    let style = NumberStyle.grouped
    switch warning {
    case .demandKept(let least, let month, let kept):
      let relation =
        least > kept
        ? " That is more than was metered: with such shares the bill would be higher than shown."
        : ""
      return
        "Register readings do not tell how the demand would change; it was kept. With these shares "
        + "it cannot be less than \(style.number(least, atMost: 1)) kW (\(month), metered "
        + "\(style.number(kept, atMost: 1)) kW).\(relation)"
    case .demandExceedsCapacity(let demand, let capacity, let month):
      return
        "The demand of \(style.number(demand, atMost: 1)) kW in \(month) is more than transformers of "
        + "\(style.number(capacity, atMost: 1)) kVA can carry."
    case .contractBelowFloor(let contract, let floor):
      return
        "A contract demand of \(style.number(contract, atMost: 1)) kW is raised to the floor of "
        + "\(style.number(floor, atMost: 1)) kW."
    case .boundFor(let months, let lever, let rule):
      let source = rule?.source.map { " (\($0.citation))" } ?? ""
      return
        "A new \(lever.name == "contract-demand" ? "contract demand" : "method of the basic charge") "
        + "is kept for \(months) months at the least\(source)."
    case .monthsLeftOut(let months):
      return "Months with missing data stand in neither sum: \(MonthWords.list(months))."
    }
  }
}
