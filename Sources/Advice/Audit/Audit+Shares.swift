extension Audit {
  /// The periods' shares of the energy with the best of all changes; as they are where none saves.
  public var periodSharesAfter: [Indicators.PeriodShare] {
    best.map { Indicators.periodShares(of: $0.scenario) } ?? indicators.periodShares
  }
}
