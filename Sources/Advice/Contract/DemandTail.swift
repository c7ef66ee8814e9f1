import Quantities

/// A demand higher than any seen: with a probability, a month reaches the highest seen and so much
/// more.
///
/// A dozen months do not tell the shape of a tail; one point of a height that can be discussed says
/// all that can be known.
package struct DemandTail: Sendable, Hashable {
  /// How likely a month is to be such a one, 0 to 1; digits beyond the sixth may be lost.
  package let probability: Rate
  /// How far above the highest seen it is: 0.1 for 10 %.
  package let height: Rate

  package init(probability: Rate, height: Rate) {
    precondition(probability >= .zero && probability <= .one, "a probability is 0 to 1")
    self.probability = probability
    self.height = height
  }

  /// No month exceeds the highest seen.
  package static let none = DemandTail(probability: .zero, height: .zero)
}
