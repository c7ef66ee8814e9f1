import TestSupport
import Testing

@testable import LinearProgramming

@Suite("Linear programmes of many columns")
struct LinearProgrammeSizeTests {
  /// A knapsack that may be filled with parts: what fits is taken in order of worth.
  static func knapsack(
    columns: Int, seed: UInt64
  ) -> (programme: LinearProgramme, optimum: Double) {
    var generator = SplitMix64(seed: seed)
    let items = (0..<columns).map { _ in
      (
        worth: Double(Int.random(in: 1...10_000, using: &generator)),
        weight: Double(Int.random(in: 1...100, using: &generator))
      )
    }
    let room = items.reduce(0) { $0 + $1.weight } / 3
    var programme = LinearProgramme()
    programme.reserve(columns: columns, rows: 1, entries: columns)
    for item in items { programme.addColumn(cost: -item.worth, upper: 1) }
    programme.addRow(upper: room, items.enumerated().map { ($0.offset, $0.element.weight) })
    var left = room
    var optimum = 0.0
    for item in items.sorted(by: { $0.worth / $0.weight > $1.worth / $1.weight }) {
      let part = min(1, left / item.weight)
      optimum -= part * item.worth
      left -= part * item.weight
      if left <= 0 { break }
    }
    return (programme, optimum)
  }

  @Test("10,000 columns of a knapsack: the greedy optimum, within two seconds")
  func large() throws {
    let (programme, optimum) = Self.knapsack(columns: 10_000, seed: 3)
    let clock = ContinuousClock()
    let start = clock.now
    let found = try #require(LinearProgrammeTests.objective(programme.solve()))
    #expect(clock.now - start < .seconds(2))
    #expect(abs(found - optimum) < 1e-9 * abs(optimum), "seed 3: \(found), not \(optimum)")
  }

  @Test("A chain of 3,000 stores: 6,000 columns and 3,000 rows; buy before each rise")
  func chain() throws {
    // The price is 1, 2, 1, 2 …; one unit is used each time and one can be kept, so that every
    // second unit is bought at 1 a step early: 1,500 × 2 × 1.
    var programme = LinearProgramme()
    let steps = 3_000
    let bought = (0..<steps).map { programme.addColumn(cost: $0 % 2 == 0 ? 1 : 2) }
    let kept = (0..<steps).map { _ in programme.addColumn(cost: 0, upper: 1) }
    for step in 0..<steps {
      var entries = [(bought[step], 1.0), (kept[step], -1.0)]
      if step > 0 { entries.append((kept[step - 1], 1)) }
      programme.addRow(lower: 1, upper: 1, entries.map { (column: $0.0, weight: $0.1) })
    }
    #expect(abs(try #require(LinearProgrammeTests.objective(programme.solve())) - 3_000) < 1e-6)
  }

  @Test("The same programme solved on 8 tasks at once has 8 times the same answer")
  func tasks() async {
    let (programme, _) = Self.knapsack(columns: 2_000, seed: 5)
    let answers = await withTaskGroup(of: LinearSolution.self) { group in
      for _ in 0..<8 { group.addTask { programme.solve() } }
      return await group.reduce(into: Set<LinearSolution>()) { $0.insert($1) }
    }
    #expect(answers.count == 1)
    #expect(answers.first == programme.solve())
  }
}
