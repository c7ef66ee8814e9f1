import TestSupport
import Testing

@testable import LinearProgramming

@Suite("Linear programmes are solved to their known ends")
struct LinearProgrammeTests {
  static func objective(_ solution: LinearSolution) -> Double? {
    guard case .optimal(let objective, _, _) = solution else { return nil }
    return objective
  }

  @Test("Wyndor: −3x − 5y under x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 is −36 at (2, 6), duals 0, −1.5, −1")
  func wyndor() throws {
    // Hillier & Lieberman, Introduction to Operations Research, prototype example.
    var programme = LinearProgramme()
    let x = programme.addColumn(cost: -3)
    let y = programme.addColumn(cost: -5)
    programme.addRow(upper: 4, [(x, 1)])
    programme.addRow(upper: 12, [(y, 2)])
    programme.addRow(upper: 18, [(x, 3), (y, 2)])
    guard case .optimal(let objective, let values, let duals) = programme.solve() else {
      Issue.record("no optimum")
      return
    }
    #expect(abs(objective + 36) < 1e-9)
    #expect(zip(values, [2, 6]).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(zip(duals, [0, -1.5, -1]).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test("A diet of two foods: 0.6a + b with a + 4b ≥ 4, 3a + 2b ≥ 6 is 1.56 at (1.6, 0.6)")
  func diet() throws {
    // The corner: a = 4 − 4b in 3a + 2b = 6 leaves b = 0.6, a = 1.6; 0.96 + 0.6 = 1.56. The other
    // corners are (4, 0) at 2.4 and (0, 3) at 3.
    var programme = LinearProgramme()
    let a = programme.addColumn(cost: 0.6)
    let b = programme.addColumn(cost: 1)
    programme.addRow(lower: 4, [(a, 1), (b, 4)])
    programme.addRow(lower: 6, [(a, 3), (b, 2)])
    #expect(abs(try #require(Self.objective(programme.solve())) - 1.56) < 1e-9)
  }

  @Test("x + y ≥ 3 with x, y ≤ 1 has no values")
  func infeasible() {
    var programme = LinearProgramme()
    let x = programme.addColumn(cost: 1, upper: 1)
    let y = programme.addColumn(cost: 1, upper: 1)
    programme.addRow(lower: 3, [(x, 1), (y, 1)])
    #expect(programme.solve() == .infeasible)
  }

  @Test("−x − y under x − y = 0 falls for ever")
  func unbounded() {
    var programme = LinearProgramme()
    let x = programme.addColumn(cost: -1)
    let y = programme.addColumn(cost: -1)
    programme.addRow(lower: 0, upper: 0, [(x, 1), (y, -1)])
    #expect(programme.solve() == .unbounded)
  }

  @Test("What has no values is not called unbounded, whatever its cost")
  func infeasibleBeforeUnbounded() {
    var programme = LinearProgramme()
    let x = programme.addColumn(cost: -1)
    let y = programme.addColumn(cost: -1)
    let z = programme.addColumn(cost: -1, lower: -.infinity)
    programme.addRow(upper: -1, [(x, 1), (y, 1)])
    programme.addRow(lower: 1, [(z, 1), (x, -1)])
    #expect(programme.solve() == .infeasible)
  }

  @Test("Beale's example, on which a naive simplex circles, ends at −0.05")
  func beale() throws {
    // Beale 1955: −0.75a + 150b − 0.02c + 6d; the optimum has a = 0.04, c = 1.
    var programme = LinearProgramme()
    let columns = [-0.75, 150, -0.02, 6].map { programme.addColumn(cost: $0) }
    programme.addRow(upper: 0, zip(columns, [0.25, -60, -0.04, 9]).map { ($0, $1) })
    programme.addRow(upper: 0, zip(columns, [0.5, -90, -0.02, 3]).map { ($0, $1) })
    programme.addRow(upper: 1, [(columns[2], 1)])
    #expect(abs(try #require(Self.objective(programme.solve())) + 0.05) < 1e-9)
  }

  @Test("Without columns or rows: 0; −1 ≤ x ≤ 2 at −3 each: −6; a row of nothing above zero: none")
  func empty() throws {
    #expect(LinearProgramme().solve() == .optimal(objective: 0, values: [], duals: []))
    var free = LinearProgramme()
    free.addColumn(cost: -3, lower: -1, upper: 2)
    #expect(free.solve() == .optimal(objective: -6, values: [2], duals: []))
    free.addColumn(cost: 1, lower: -.infinity)
    #expect(free.solve() == .unbounded)
    var rows = LinearProgramme()
    rows.addRow(lower: 1, [])
    #expect(rows.solve() == .infeasible)
    rows.addColumn(cost: 1)
    #expect(rows.solve() == .infeasible)
  }

  @Test("A lower bound above the upper is infeasible, of a column as of a row")
  func crossedBounds() {
    var column = LinearProgramme()
    column.addColumn(cost: 1, lower: 2, upper: 1)
    #expect(column.solve() == .infeasible)
    var row = LinearProgramme()
    let x = row.addColumn(cost: 1)
    row.addRow(lower: 2, upper: 1, [(x, 1)])
    #expect(row.solve() == .infeasible)
  }

  @Test("Entries of one column in a row add up: x + 2x + x ≥ 8 is met by 2, between other columns")
  func repeatedEntries() throws {
    var programme = LinearProgramme()
    let w = programme.addColumn(cost: 1)
    let x = programme.addColumn(cost: 1)
    let y = programme.addColumn(cost: 1)
    programme.addRow(lower: 8, [(x, 1), (w, 0.5), (x, 2), (y, 0.25), (x, 1)])
    programme.addRow(lower: 3, [(y, 1), (y, 0.5)])
    guard case .optimal(let objective, let values, _) = programme.solve() else {
      Issue.record("no optimum")
      return
    }
    // 1.5y ≥ 3 needs y = 2, worth 0.5 in the first row; the other 7.5 come from x at 4 each.
    #expect(abs(objective - 3.875) < 1e-9)
    #expect(zip(values, [0, 1.875, 2]).allSatisfy { abs($0 - $1) < 1e-9 })
  }
}
