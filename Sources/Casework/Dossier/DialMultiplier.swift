import Quantities

/// By what a dial's count is multiplied.
enum DialMultiplier {
  case known(Rate)
  /// The tables do not tell; why, and what would.
  case unknown(reason: Message, hint: Message)
}
