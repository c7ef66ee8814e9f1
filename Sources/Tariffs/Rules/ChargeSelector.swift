/// Names bill lines: `energy` stands for every `energy/…` line, `energy/peak` for one of them.
public struct ChargeSelector: Sendable, Hashable, CustomStringConvertible {
  /// The name or the first part of it.
  public let name: String

  /// Makes a selector.
  public init(_ name: String) { self.name = name }

  /// Whether a line's charge is meant.
  public func selects(_ charge: String) -> Bool {
    charge == name || charge.hasPrefix(name + "/")
  }

  /// The name.
  public var description: String { name }
}
