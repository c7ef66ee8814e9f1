/// How "the part above 105 % is charged double" is read, for a contract C and a metered demand D.
///
/// The text of 发改办价格〔2016〕1583号 allows both A and B; utilities bill A.
public enum ExcessReading: String, Sendable, Hashable, CaseIterable {
  /// D > 1.05 C bills 1.05 C + 2 (D − 1.05 C): a step of 5 % of C at the threshold.
  case a = "A"
  /// D > 1.05 C bills C + 2 (D − 1.05 C): no step.
  case b = "B"
  /// D > C bills C + 2 (D − C): the reading before 2005.
  case old
}
