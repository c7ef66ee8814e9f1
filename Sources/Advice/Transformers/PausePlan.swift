import Quantities
import Use

/// The cheapest pauses of units, month by month over all states the units can be in, together with
/// the cheapest of some choices that are kept for a while.
///
/// What a month costs with some units paused is given, in any unit of cost; what a pause has to last
/// and what a year allows is kept to.
struct PausePlan {
  /// A month, with what can be chosen in it.
  struct Month {
    /// The days that are billed.
    let span: DateSpan
    /// Whether another choice may begin with it.
    let mayChange: Bool
    /// What it costs by each choice, and by each set of paused units that can be spared: bit k is
    /// unit k.
    let costs: [[Int: Int128]]
  }

  /// What each month is billed by, the number of the choice.
  let choices: [Int]
  /// The pauses.
  let pauses: [UnitPause]
  /// What all months cost.
  let cost: Int128
  /// Whether every way was followed, so that none is cheaper.
  let isComplete: Bool

  /// Up to this many states a month all ways are followed.
  private static let limit = 6000
  /// Beyond that, the most promising ones.
  private static let kept = 300

  /// What a month ends with: the choice in force, and the past of each unit.
  private struct State: Hashable {
    let choice: Int
    let pasts: [PausePast]

    func precedes(_ other: State) -> Bool {
      choice != other.choice
        ? choice < other.choice : pasts.lexicographicallyPrecedes(other.pasts)
    }
  }

  /// The best way into a state.
  private struct Way {
    var cost: Int128
    var changes: Int
    var pauses: Int
    /// Months of rest of all units together.
    var rests: Int
    var from: State
    var mask: Int
    /// Where each unit of the state stands in the state before.
    var order: [Int]

    /// Whether it goes before another: a total order, so that the result never hangs on hashing.
    func isBetter(than other: Way) -> Bool {
      let own = (cost, changes, pauses, rests)
      let theirs = (other.cost, other.changes, other.pauses, other.rests)
      if own != theirs { return own < theirs }
      if mask != other.mask { return mask > other.mask }
      return from.precedes(other.from)
    }
  }

  /// Plans; nothing where the terms leave no way through some month.
  ///
  /// - Parameters:
  ///   - units: The units, and which of them are alike.
  ///   - months: The months in order.
  ///   - terms: How pauses count.
  init?(_ units: PausableUnits, months: [Month], terms: CapacityTimeline.PauseTerms) {
    let start = State(choice: -1, pasts: units.names.map { _ in PausePast() })
    var layers: [[State: Way]] = [
      [
        start: Way(
          cost: 0, changes: 0, pauses: 0, rests: 0, from: start, mask: 0,
          order: Array(units.names.indices))
      ]
    ]
    var isComplete = true
    for (index, month) in months.enumerated() {
      let step = PauseStep(
        month.span, before: index > 0 ? months[index - 1].span : nil,
        later: months[(index + 1)...].map(\.span), terms: terms)
      var layer = Self.layer(after: layers[index], month, step, units)
      if layer.count > Self.limit {
        isComplete = false
        let best = layer.sorted(by: Self.goesBefore).prefix(Self.kept)
        layer = Dictionary(uniqueKeysWithValues: best.map { ($0.key, $0.value) })
      }
      layers.append(layer)
    }
    let ended = (layers.last ?? [:]).filter { state, _ in
      state.pasts.allSatisfy { $0.mayEnd(needing: terms.leastDays) }
    }
    guard let best = ended.min(by: Self.goesBefore) else { return nil }
    cost = best.value.cost
    self.isComplete = isComplete
    (choices, pauses) = Self.trace(best, layers, units, months)
  }

  private typealias Entry = (key: State, value: Way)

  /// Whether a way goes before another, into whatever states they lead.
  private static func goesBefore(_ left: Entry, _ right: Entry) -> Bool {
    if left.value.isBetter(than: right.value) { return true }
    return !right.value.isBetter(than: left.value) && left.key.precedes(right.key)
  }

  /// The best ways into the states a month may end with.
  private static func layer(
    after ways: [State: Way], _ month: Month, _ step: PauseStep, _ units: PausableUnits
  ) -> [State: Way] {
    let masks = Set(month.costs.flatMap(\.keys)).sorted()
    var layer: [State: Way] = [:]
    for (from, way) in ways {
      for mask in masks where units.isFirst(mask, of: from.pasts) {
        guard let (pasts, begun) = step.apply(mask, to: from.pasts) else { continue }
        let order = units.sorted(pasts)
        let state = order.map { pasts[$0] }
        for (choice, costs) in month.costs.enumerated() {
          let isKept = from.choice == choice || from.choice < 0
          guard isKept || month.mayChange, let cost = costs[mask] else { continue }
          let next = Way(
            cost: way.cost + cost, changes: way.changes + (isKept ? 0 : 1),
            pauses: way.pauses + begun, rests: way.rests + mask.nonzeroBitCount, from: from,
            mask: mask, order: order)
          let key = State(choice: choice, pasts: state)
          if layer[key].map({ next.isBetter(than: $0) }) ?? true { layer[key] = next }
        }
      }
    }
    return layer
  }

  /// The best way to the end, followed back.
  private static func trace(
    _ best: Entry, _ layers: [[State: Way]], _ units: PausableUnits, _ months: [Month]
  ) -> (choices: [Int], pauses: [UnitPause]) {
    var (choice, way) = (best.key.choice, best.value)
    var choices: [Int] = []
    var paused: [[DateSpan]] = units.names.map { _ in [] }
    // Which unit stands where; like ones may be named freely at the end.
    var names = Array(units.names.indices)
    for index in months.indices.reversed() {
      choices.append(choice)
      choice = way.from.choice
      var before = names
      for (place, earlier) in way.order.enumerated() { before[earlier] = names[place] }
      names = before
      for place in names.indices where way.mask >> place & 1 == 1 {
        paused[names[place]].append(months[index].span)
      }
      guard let before = layers[index][way.from] else { break }
      way = before
    }
    let pauses = zip(units.names, paused).flatMap { unit, spans in
      DateSpan.joined(spans.reversed()).map { UnitPause(unit: unit, span: $0) }
    }
    return (choices.reversed(), pauses)
  }
}

extension DateSpan {
  /// Spans in order, those that follow on each other as one.
  static func joined(_ spans: [DateSpan]) -> [DateSpan] {
    spans.reduce(into: []) { joined, span in
      if let last = joined.last, last.end == span.start,
        let both = DateSpan(start: last.start, end: span.end)
      {
        joined[joined.count - 1] = both
      } else {
        joined.append(span)
      }
    }
  }
}
