import Quantities

/// What capacitors an account is to have.
public enum Compensation: Sendable, Hashable {
  /// As many as every month needs for a power factor.
  case powerFactor(PowerFactor)
  /// A bank of its own choosing [kvar]: switched in equal steps by a controller, or without any
  /// control and always on where there are no steps.
  case capacitors(kvar: Power, steps: Int)
}
