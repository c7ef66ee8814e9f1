import Quantities

/// What one lever saves, after the levers before it.
public struct LeverSaving: Sendable, Hashable {
  /// The lever.
  public let lever: Lever
  /// What was before, in the words of the lever's flag; nothing where nothing was set.
  public let from: String?
  /// What is after.
  public let to: String
  /// The difference of the bills over the months covered; below zero where it costs. [currency]
  public let saving: Money
  /// The lever with which the saving is counted, where the account cannot be billed between the
  /// two (a tariff that does not know the old method).
  public let countedWith: Lever?
}
