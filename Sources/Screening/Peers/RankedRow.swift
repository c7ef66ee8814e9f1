import Quantities

/// A row of a screening with its place among the others.
package struct RankedRow: Sendable, Hashable {
  /// The account by itself.
  package let row: ScreenRow
  /// Where it stands among its like; nothing for one that was not billed, or has no like.
  package let place: PeerPlace?
  /// How large it is.
  package let band: SizeBand?
  /// All that stands out, among its like too.
  package let findings: [String]
  /// Its place, 1 for the visit that is worth most; nothing for one whose figures do not hold.
  package let rank: Int?
  /// Why it stands where it does.
  package let reason: Reason

  /// Why an account stands where it does.
  package enum Reason: Sendable, Hashable {
    /// A single change saves so much. [currency]
    case lever(ScreenFigures.BestLever)
    /// An even load would save so much, which moving load cannot exceed. [currency]
    case evenLoad(Money)
    /// Nothing saves, but the price is above that of its like by so much. [fraction]
    case dearerThanPeers(Rate)
    /// Nothing stands out.
    case nothing
    /// Its data are in doubt, so that its figures are not compared.
    case suspect
    /// It could not be billed.
    case failed
  }
}
