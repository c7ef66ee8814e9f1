import Quantities

/// What one lever saves, after the levers before it.
public struct LeverSaving: Sendable, Hashable {
  /// The lever, with what was chosen where the best was asked for.
  public let lever: Lever
  /// What was before; nothing where nothing was set.
  public let from: Setting?
  /// What is after.
  public let to: Setting
  /// The difference of the bills over the months covered; below zero where it costs. [currency]
  public let saving: Money
  /// The lever with which the saving is counted, where the account cannot be billed between the
  /// two (a tariff that does not know the old method).
  public let countedWith: Lever?
  /// What is to be done for it.
  public let detail: LeverDetail
}
