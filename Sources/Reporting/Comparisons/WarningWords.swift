import Advice
import Quantities

/// What the reader of a comparison ought to know, in words.
enum WarningWords {
  /// A paragraph for each warning; months with the same one are named together.
  static func texts(_ warnings: [WhatIf.Warning]) -> [String] {
    var excess: [(demand: Power, capacity: Power, months: [Month])] = []
    for case .demandExceedsCapacity(let demand, let capacity, let month) in warnings {
      if let index = excess.firstIndex(where: { $0.capacity == capacity }) {
        excess[index].demand = max(excess[index].demand, demand)
        excess[index].months.append(month)
      } else {
        excess.append((demand, capacity, [month]))
      }
    }
    let others = warnings.compactMap(text).map(say)
    let style = NumberStyle.grouped
    return others
      + excess.map { found in
        say(
          """
          The demand in \(MonthWords.list(found.months)), up to \(style.number(found.demand, atMost: 1)) \
          kW, is more than transformers of \(style.number(found.capacity, atMost: 1)) kVA can carry.
          """)
      }
  }

  /// One or two sentences; nothing for a warning that is told together with others.
  private static func text(_ warning: WhatIf.Warning) -> Message? {
    let style = NumberStyle.grouped
    switch warning {
    case .demandKept(let least, let month, let kept):
      let relation: Message =
        least > kept
        ? " That is more than was metered: with such shares the bill would be higher than shown."
        : ""
      return
        """
        Register readings do not tell how the demand would change; it was kept. With these shares \
        it cannot be less than \(style.number(least, atMost: 1)) kW (\(month), metered \
        \(style.number(kept, atMost: 1)) kW).\(relation)
        """
    case .shiftIsBound:
      return
        """
        Register readings do not tell when energy was used: the shift shown is a bound, which no \
        real one can save more than. Interval data would tell.
        """
    case .demandExceedsCapacity:
      return nil
    case .contractBelowFloor(let contract, let floor):
      return
        """
        A contract demand of \(style.number(contract, atMost: 1)) kW is raised to the floor of \
        \(style.number(floor, atMost: 1)) kW.
        """
    case .boundFor(let months, let lever, let rule):
      let choice: Message =
        lever.name == "contract-demand" ? "contract demand" : "method of the basic charge"
      let source: Message = rule?.source.map { " (\($0.citation))" } ?? ""
      return
        """
        The tariff allows a new \
        \(choice); \
        the choice then holds for \(months) months\(source).
        """
    case .tariffNotOpen(let capacity):
      return
        """
        An account of \(style.number(capacity, atMost: 0)) kVA may keep a single-part tariff it has, \
        but not choose one: that is open below 315 kVA (发改价格〔2023〕526号).
        """
    case .lossesNotCounted:
      return
        """
        What the transformers lose is not known, so that less of it is not in the saving. Give \
        p0_kw and pk_kw in transformers.csv to have it counted.
        """
    case .standardLosses(let type):
      return "New transformers are taken to lose what the standard allows the type \(type)."
    case .monthsLeftOut(let months):
      return "Not billed for missing data, so in neither sum: \(MonthWords.list(months))."
    }
  }
}
