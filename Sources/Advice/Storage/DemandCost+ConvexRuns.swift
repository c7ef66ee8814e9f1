import Quantities

extension DemandCost {
  /// Pieces that follow each other without a jump and with rising slopes.
  struct ConvexRun {
    /// At least one.
    let pieces: ArraySlice<Piece>
    /// Where the next run begins; nothing after the last. [kW]
    let end: Power?

    /// Where the run begins. [kW]
    var from: Power { pieces[pieces.startIndex].from }
    /// The cost just above its beginning, the least of the run. [currency]
    var cost: Money { pieces[pieces.startIndex].cost }
  }

  /// The cost as runs that a linear programme can hold, in ascending order.
  var convexRuns: [ConvexRun] {
    var runs: [ConvexRun] = []
    var first = pieces.startIndex
    for index in pieces.indices {
      let next = index + 1
      guard next < pieces.endIndex else {
        runs.append(ConvexRun(pieces: pieces[first...index], end: nil))
        break
      }
      let reached =
        pieces[index].cost
        + (pieces[next].from - pieces[index].from).quantity.times(pieces[index].slope)
      if reached != pieces[next].cost || pieces[index].slope > pieces[next].slope {
        runs.append(ConvexRun(pieces: pieces[first...index], end: pieces[next].from))
        first = next
      }
    }
    return runs
  }

  /// The runs with that of a demand first: what it costs strikes out most others. [kW]
  func convexRuns(first demand: Power) -> [ConvexRun] {
    let runs = convexRuns
    let first = runs.last { $0.from < demand }?.from ?? .zero
    return runs.filter { $0.from == first } + runs.filter { $0.from != first }
  }
}
