import Quantities
import Use

extension TransformerSet {
  /// The units of the set one by one, with the standard losses of a type where there are any.
  ///
  /// Several of one rating are told apart as `1000-1` and `1000-2`, so that one of them can be
  /// paused. Those that are interlocked with others stay together, since only together are they a
  /// choice; their losses are multiplied.
  package func singleUnits(as type: TransformerType? = nil) -> [InstalledUnit] {
    var units: [InstalledUnit] = []
    var group = 0
    var names: [String: Int] = [:]
    let counts = groups.joined().reduce(into: [String: Int]()) {
      $0[$1.rating.description, default: 0] += $1.count
    }
    func name(_ rating: Power) -> String {
      guard counts[rating.description, default: 0] > 1 else { return rating.description }
      names[rating.description, default: 0] += 1
      return "\(rating)-\(names[rating.description, default: 0])"
    }
    for choices in groups {
      for choice in choices {
        let losses = type?.losses(of: choice.rating)
        if choices.count == 1 {
          for _ in 0..<choice.count {
            units.append(
              InstalledUnit(
                id: name(choice.rating), capacity: choice.rating, group: group,
                standby: choice.standby, losses: losses))
            group += 1
          }
        } else {
          units.append(
            InstalledUnit(
              id: name(choice.rating), capacity: choice.capacity, group: group,
              standby: choice.standby, losses: losses?.times(choice.count)))
        }
      }
      if choices.count > 1 { group += 1 }
    }
    return units
  }
}

extension InstalledUnit.Losses {
  /// The losses of several such units side by side; currents and voltages are shares already.
  fileprivate func times(_ count: Int) -> InstalledUnit.Losses {
    InstalledUnit.Losses(
      noLoad: Power(units: noLoad.units * Int128(count)),
      load: load.map { Power(units: $0.units * Int128(count)) },
      noLoadCurrent: noLoadCurrent, shortCircuitVoltage: shortCircuitVoltage)
  }
}
