import Quantities
import Use

/// Finds the pauses that save most capacity, month by month over all states the units can be in.
struct PausePlan {
  let choice: PauseSearch.Choice

  /// Up to this many states a month all ways are followed.
  private static let limit = 6000
  /// Beyond that, the most promising ones.
  private static let kept = 300

  /// What the past of a unit means for what it may do next.
  ///
  /// Like units are told apart by their pasts alone: a state has the pasts of like units in order,
  /// so that it does not matter which of them it was.
  private struct Past: Hashable, Comparable {
    /// Days paused in the calendar year; 0 where the year's limit can no longer bind.
    var used = 0
    /// Pauses begun in the calendar year, where their number counts.
    var begun = 0
    /// Days of the pause that is on, up to those it needs; 0 while the unit runs.
    var length = 0

    static func < (left: Past, right: Past) -> Bool {
      (left.used, left.begun, left.length) < (right.used, right.begun, right.length)
    }
  }

  /// The best way into a state.
  private struct Way {
    var saved: Int128
    var pauses: Int
    var from: [Past]
    var mask: Int
    /// Where each unit of the state stands in the state before.
    var order: [Int]

    /// Whether it goes before another: a total order, so that the result never hangs on hashing.
    func isBetter(than other: Way) -> Bool {
      if saved != other.saved { return saved > other.saved }
      if pauses != other.pauses { return pauses < other.pauses }
      if mask != other.mask { return mask > other.mask }
      return from.lexicographicallyPrecedes(other.from)
    }
  }

  init(
    _ fleet: InstalledFleet, units: [String], peaks: [MonthlyPeak],
    terms: CapacityTimeline.PauseTerms, limits: TransformerFeasibility.Limits
  ) {
    guard units.count <= 8 else {
      choice = .tooLarge
      return
    }
    let rests = (0..<(1 << units.count)).map { mask in
      fleet.without(Set(units.indices.filter { mask >> $0 & 1 == 1 }.map { units[$0] }))
    }
    let gains = rests.map { (fleet.billed - $0.billed).quantity.units }
    let like = Self.like(fleet)
    let start = units.map { _ in Past() }
    var layers: [[[Past]: Way]] = [
      [start: Way(saved: 0, pauses: 0, from: start, mask: 0, order: Array(units.indices))]
    ]
    var isComplete = true
    for (index, peak) in peaks.enumerated() {
      let masks = rests.indices.filter { mask in
        mask == 0
          || TransformerFeasibility(rests[mask], peak: peak.apparent, limits: limits).isFeasible
      }
      let step = Step(
        month: peak.month, before: index > 0 ? peaks[index - 1].month : nil,
        later: peaks[(index + 1)...].map(\.month), terms: terms)
      var layer: [[Past]: Way] = [:]
      for (from, way) in layers[index] {
        for mask in masks where Self.isFirst(mask, of: from, like) {
          guard let (pasts, begun) = step.apply(mask, to: from) else { continue }
          let order = Self.sorted(pasts, like)
          let state = order.map { pasts[$0] }
          let next = Way(
            saved: way.saved + gains[mask], pauses: way.pauses + begun, from: from, mask: mask,
            order: order)
          if layer[state].map({ next.isBetter(than: $0) }) ?? true { layer[state] = next }
        }
      }
      if layer.count > Self.limit {
        isComplete = false
        let best = layer.sorted { $0.value.isBetter(than: $1.value) }.prefix(Self.kept)
        layer = Dictionary(uniqueKeysWithValues: best.map { ($0.key, $0.value) })
      }
      layers.append(layer)
    }
    let (pauses, saved) = Self.trace(layers, units, peaks, terms)
    choice = isComplete ? .best(pauses, saved: saved) : .good(pauses, saved: saved)
  }

  /// For each unit the first one like it: of the same rating, and interlocked with none.
  private static func like(_ fleet: InstalledFleet) -> [Int] {
    let units = fleet.groups.flatMap { group in
      group.map { (choice: $0, alone: group.count == 1) }
    }.filter { $0.choice.standby != .cold }
    return units.indices.map { index in
      let unit = units[index]
      return units.firstIndex { other in
        other.alone && unit.alone && other.choice.rating == unit.choice.rating
          && other.choice.count == unit.choice.count && other.choice.standby == unit.choice.standby
      } ?? index
    }
  }

  /// Whether of like units with the same past the first ones pause.
  private static func isFirst(_ mask: Int, of state: [Past], _ like: [Int]) -> Bool {
    for index in state.indices where mask >> index & 1 == 1 {
      for earlier in 0..<index
      where like[earlier] == like[index] && state[earlier] == state[index] {
        if mask >> earlier & 1 == 0 { return false }
      }
    }
    return true
  }

  /// The places of the units with like ones in the order of their pasts.
  private static func sorted(_ pasts: [Past], _ like: [Int]) -> [Int] {
    var order = Array(pasts.indices)
    for first in Set(like).sorted() {
      let places = pasts.indices.filter { like[$0] == first }
      guard places.count > 1 else { continue }
      let inOrder = places.sorted { (pasts[$0], $0) < (pasts[$1], $1) }
      for (place, unit) in zip(places, inOrder) { order[place] = unit }
    }
    return order
  }

  /// The best way to the end, followed back.
  private static func trace(
    _ layers: [[[Past]: Way]], _ units: [String], _ peaks: [MonthlyPeak],
    _ terms: CapacityTimeline.PauseTerms
  ) -> (pauses: [PauseSearch.Pause], saved: Quantity) {
    let ended = (layers.last ?? [:]).filter { state, _ in
      state.allSatisfy { $0.length == 0 || $0.length >= terms.leastDays }
    }
    guard var way = ended.values.max(by: { $1.isBetter(than: $0) }) else {
      return ([], .zero)
    }
    let saved = Quantity(units: way.saved)
    var paused: [[Month]] = units.map { _ in [] }
    // Which unit stands where; like ones may be named freely at the end.
    var names = Array(units.indices)
    for index in peaks.indices.reversed() {
      var before = names
      for (place, earlier) in way.order.enumerated() { before[earlier] = names[place] }
      names = before
      for place in units.indices where way.mask >> place & 1 == 1 {
        paused[names[place]].append(peaks[index].month)
      }
      guard let before = layers[index][way.from] else { break }
      way = before
    }
    let pauses = zip(units, paused).flatMap { unit, months in
      PauseSearch.stretches(months.reversed()).map { PauseSearch.Pause(unit: unit, span: $0) }
    }
    return (pauses, saved)
  }

  /// What a month does to the units.
  private struct Step {
    let days: Int
    let terms: CapacityTimeline.PauseTerms
    let isNewYear: Bool
    let isApart: Bool
    /// Days of the months that follow in the same calendar year.
    let rest: Int
    let shortest: Int

    init(month: Month, before: Month?, later: [Month], terms: CapacityTimeline.PauseTerms) {
      days = month.dayCount
      self.terms = terms
      isNewYear = before.map { $0.year != month.year } ?? false
      isApart = before.map { $0.adding(1) != month } ?? false
      let sameYear = later.filter { $0.year == month.year }.map(\.dayCount)
      rest = sameYear.reduce(0, +)
      shortest = sameYear.min() ?? 0
    }

    /// The state after the month, and how many pauses begin in it; nothing where it is not allowed.
    func apply(_ mask: Int, to units: [Past]) -> (state: [Past], begun: Int)? {
      var result = units
      var begun = 0
      for index in units.indices {
        var past = units[index]
        if isNewYear { (past.used, past.begun) = (0, 0) }
        if isApart {
          guard past.length == 0 || past.length >= needed else { return nil }
          past.length = 0
        }
        if mask >> index & 1 == 1 {
          if past.length == 0 {
            begun += 1
            past.begun += 1
            if let most = terms.mostAYear, past.begun > most { return nil }
          }
          past.used += days
          if let most = terms.mostDaysAYear, past.used > most { return nil }
          past.length = min(needed, past.length + days)
        } else {
          guard past.length == 0 || past.length >= needed else { return nil }
          past.length = 0
        }
        result[index] = clear(past)
      }
      return (result, begun)
    }

    private var needed: Int { max(1, terms.leastDays) }

    /// Forgets what cannot matter any more, so that like pasts are one.
    private func clear(_ past: Past) -> Past {
      var past = past
      if terms.mostAYear == nil { past.begun = 0 }
      if let most = terms.mostDaysAYear {
        if past.used + rest <= most {
          past.used = 0
        } else if past.used + shortest > most {
          past.used = most
        }
      } else {
        past.used = 0
      }
      return past
    }
  }
}
