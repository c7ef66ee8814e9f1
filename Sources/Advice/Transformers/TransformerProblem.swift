/// Why nothing can be said about transformers.
package enum TransformerProblem: Error, Sendable, Hashable {
  /// No unit carries load.
  case noUnits
  /// A unit's no-load loss is not known.
  case missingLosses(unit: String)
  /// A unit's load loss is not known.
  case missingLoadLoss(unit: String)
  /// There are more units than all combinations of can be gone through.
  case tooManyUnits(Int)
}
