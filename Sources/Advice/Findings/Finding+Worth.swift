import Quantities

extension Finding {
  /// What it costs over the months billed, or what would be saved without it; nothing where no
  /// amount follows from it. [currency]
  public var worth: Money? {
    evidence.lazy.compactMap { figure -> Money? in
      guard case .money(let amount) = figure.value, Self.worthKeys.contains(figure.key) else {
        return nil
      }
      return amount
    }.first
  }

  /// The figures that are such amounts; no finding has two of them.
  static let worthKeys: Set<String> = [
    "saving", "cost", "penalty", "paid_for_unused_demand", "saving_of_an_even_load", "worth",
    "worth_of_the_discount", "gain_of_one_hundredth", "difference",
  ]
}
