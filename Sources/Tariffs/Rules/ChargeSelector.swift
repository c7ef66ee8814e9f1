/// Names bill lines: `energy` stands for every `energy/…` line, `energy/peak` for one of them.
public struct ChargeSelector: Sendable, Hashable, CustomStringConvertible {
  /// The name or the first part of it.
  public let name: String

  /// Makes a selector.
  public init(_ name: String) { self.name = name }

  /// Whether a line's charge is meant.
  public func selects(_ charge: String) -> Bool {
    let (charge, name) = (charge.utf8, name.utf8)
    guard charge.starts(with: name) else { return false }
    let rest = charge.dropFirst(name.count)
    return rest.isEmpty || rest.first == UInt8(ascii: "/")
  }

  /// The name.
  public var description: String { name }
}
