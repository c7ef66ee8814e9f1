import Quantities

/// What the highest demand of a billing period costs: straight pieces, with steps up between them.
///
/// A piece holds above its beginning, up to and with the beginning of the next: demand equal to the
/// allowance on a contract demand still costs what the contract does.
package struct DemandCost: Sendable, Hashable {
  /// A straight piece.
  package struct Piece: Sendable, Hashable {
    /// Where it begins. [kW]
    package let from: Power
    /// The cost just above its beginning. [currency]
    package let cost: Money
    /// What a kilowatt more costs; not below zero. [currency/kW]
    package let slope: Price

    package init(from: Power, cost: Money, slope: Price) {
      self.from = from
      self.cost = cost
      self.slope = slope
    }
  }

  /// The pieces in ascending order; the first begins at zero.
  package let pieces: [Piece]

  package init(pieces: [Piece]) {
    precondition(pieces.first?.from == .zero)
    self.pieces = pieces
  }

  /// Demand costs nothing.
  package static let none = DemandCost(pieces: [Piece(from: .zero, cost: .zero, slope: .zero)])

  /// The cost of a demand.
  package func cost(of demand: Power) -> Money {
    let piece = pieces.last { $0.from < demand } ?? pieces[0]
    return piece.cost + (demand - piece.from).quantity.times(piece.slope)
  }

  /// Whether the cost bends upwards only and never jumps, so that a linear programme can hold it.
  package var isConvex: Bool {
    zip(pieces, pieces.dropFirst()).allSatisfy { piece, next in
      piece.slope <= next.slope && cost(of: next.from) == next.cost
    }
  }
}
