import Billing
import Quantities
import Tariffs
import Use

extension DemandCost {
  /// Finds what the highest demand of a month costs by billing the month with others.
  ///
  /// Between two breaks of the rules the cost is straight, so two bills tell each piece.
  ///
  /// - Parameters:
  ///   - study: The month.
  ///   - breaks: Where its cost bends or jumps.
  ///   - freeContract: The contract demand, where it is chosen to fit: the demand over the
  ///     allowance, and the floor at the least.
  /// - Throws: ``BillingFailure`` where the month cannot be billed.
  init(
    _ study: MonthStudy, _ breaks: DemandBreaks, freeContract: FreeContract? = nil
  ) throws(BillingFailure) {
    func total(_ demand: Power) throws(BillingFailure) -> Money {
      var departure = MonthStudy.Departure()
      departure.unrounded = true
      departure.demand = demand
      departure.contract = freeContract?.contract(for: demand)
      return try study.bill(departure).total
    }
    let corners = [Power.zero] + breaks.demands
    var pieces: [Piece] = []
    var base: Money?
    for (index, from) in corners.enumerated() {
      let width =
        index + 1 < corners.count ? corners[index + 1] - from : max(from, Power(1000))
      let step = Power(units: width.units / 3)
      guard step > .zero else { continue }
      let low = try total(from + step)
      let high = try total(from + step + step)
      // Money is 10⁻²¹ and a kilowatt 10⁹ units, which leaves a price.
      let slope = Price(units: (high - low).units / step.quantity.units)
      let start = low - step.quantity.times(slope)
      base = base ?? start
      pieces.append(Piece(from: from, cost: start - (base ?? .zero), slope: max(.zero, slope)))
    }
    self.init(pieces: Self.joined(pieces))
  }

  /// Pieces that go straight on are one.
  private static func joined(_ pieces: [Piece]) -> [Piece] {
    var joined: [Piece] = []
    for piece in pieces {
      if let last = joined.last, last.slope == piece.slope,
        last.cost + (piece.from - last.from).quantity.times(last.slope) == piece.cost
      {
        continue
      }
      joined.append(piece)
    }
    return joined
  }
}
