import Quantities

/// A single slip of the person who typed a row that would explain everything that is wrong with it.
enum RowRepair: Hashable {

  /// Two digits of a cell changed places.
  case digitsSwapped(column: Int, value: String)
  /// One digit of a cell is another one.
  case digitMistyped(column: Int, value: String)
  /// Two cells changed places.
  case cellsSwapped(Int, Int)

  /// The column to point at.
  var column: Int {
    switch self {
    case .digitsSwapped(let column, _), .digitMistyped(let column, _), .cellsSwapped(let column, _):
      return column
    }
  }

  /// The slips that explain a row, of the likeliest kind there is.
  ///
  /// - Parameters:
  ///   - cells: The row as typed.
  ///   - row: Its figures.
  ///   - arithmetic: How they follow from each other.
  ///   - skipped: Columns that are known not to recompute.
  ///   - agreeing: Columns in which another row has the same figure; it was hardly mistyped twice.
  /// - Returns: Nothing where no single slip does.
  static func find(
    for cells: [String], _ row: [Price?], _ arithmetic: RowArithmetic, except skipped: Set<Int>,
    agreeing: Set<Int>
  ) -> [RowRepair] {
    var swapped: [RowRepair] = []
    var mistyped: [RowRepair] = []
    for column in row.indices where row[column] != nil && !skipped.contains(column) {
      guard let solution = arithmetic.solution(for: column, in: row, except: skipped),
        solution != row[column]
      else { continue }
      let digits = cells[column].split(separator: ".").dropFirst().first?.count ?? 0
      guard solution.rounded(digits: digits) == solution else { continue }
      let value = solution.text(digits: digits)
      switch difference(cells[column], value) {
      case .swap: swapped.append(.digitsSwapped(column: column, value: value))
      case .digit: mistyped.append(.digitMistyped(column: column, value: value))
      case .more: break
      }
    }
    let exchanged = swapped.isEmpty ? exchanges(row, arithmetic, except: skipped) : []
    for kind in [swapped, exchanged, mistyped] where !kind.isEmpty {
      let likely = kind.filter { !agreeing.contains($0.column) }
      return likely.isEmpty ? kind : likely
    }
    return []
  }

  private static func exchanges(
    _ row: [Price?], _ arithmetic: RowArithmetic, except skipped: Set<Int>
  ) -> [RowRepair] {
    let relevant = Set(arithmetic.componentColumns + arithmetic.figures.map(\.column))
    let columns = row.indices.filter { row[$0] != nil && !skipped.contains($0) }
    var found: [RowRepair] = []
    for (position, left) in columns.enumerated() {
      for right in columns[(position + 1)...]
      where row[left] != row[right] && (relevant.contains(left) || relevant.contains(right)) {
        var trial = row
        trial.swapAt(left, right)
        let checks = arithmetic.checks(trial, except: skipped)
        if !checks.isEmpty, checks.allSatisfy(\.holds) { found.append(.cellsSwapped(left, right)) }
      }
    }
    return found
  }

  private enum Difference { case swap, digit, more }

  /// How one text became the other.
  private static func difference(_ left: String, _ right: String) -> Difference {
    let before = Array(left.utf8)
    let after = Array(right.utf8)
    guard before.count == after.count else { return .more }
    let places = before.indices.filter { before[$0] != after[$0] }
    switch places.count {
    case 1:
      return .digit
    case 2 where before[places[0]] == after[places[1]] && before[places[1]] == after[places[0]]:
      return .swap
    default:
      return .more
    }
  }
}
