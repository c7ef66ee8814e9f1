import Quantities

/// The transformers of an account as the utility lists them, such as `2x1000+630`.
///
/// `+` adds groups, `|` joins units that are interlocked so that only one of them can be closed,
/// `(hot)` and `(cold)` mark standby. Billed capacity takes the largest of interlocked units and
/// leaves out cold standby, which the utility has sealed (供电营业规则 art. 84–85).
public struct TransformerSet: Sendable, Hashable, CustomStringConvertible {
  /// Units of one rating.
  public struct Unit: Sendable, Hashable {
    /// How many there are.
    public let count: Int
    /// The rating of each. [kVA]
    public let rating: Power
    /// Whether and how the units stand by.
    public let standby: Standby

    /// The rating of all of them together. [kVA]
    public var capacity: Power { Power(units: rating.units * Int128(count)) }
  }

  /// Whether a unit carries load.
  public enum Standby: String, Sendable, Hashable {
    /// In normal operation.
    case none
    /// Energised and ready (热备用): billed.
    case hot
    /// Sealed by the utility (冷备用): not billed.
    case cold
  }

  /// Groups that can be in use at once, each a choice of interlocked units.
  public let groups: [[Unit]]
  /// The text the set was read from.
  public let description: String

  /// Reads a set.
  ///
  /// - Parameter text: Such as `20000`, `2x1000+630`, `500|630+200`, `1000(hot)`. [kVA]
  /// - Throws: ``AccountError/transformers(_:reason:)``.
  public init(_ text: String) throws(AccountError) {
    var groups: [[Unit]] = []
    for group in text.split(separator: "+", omittingEmptySubsequences: false) {
      var units: [Unit] = []
      for unit in group.split(separator: "|", omittingEmptySubsequences: false) {
        units.append(try Self.unit(unit, in: text))
      }
      groups.append(units)
    }
    self.groups = groups
    description = text
  }

  private static func unit(
    _ written: Substring, in text: String
  ) throws(AccountError) -> Unit {
    var rest = String(written).trimmingBlanks
    var standby = Standby.none
    if rest.hasSuffix(")"), let open = rest.lastIndex(of: "(") {
      let name = String(rest[rest.index(after: open)...].dropLast())
      guard let known = Standby(rawValue: name), known != .none else {
        throw .transformers(text, reason: "\"(\(name))\" is neither (hot) nor (cold)")
      }
      standby = known
      rest = String(rest[..<open]).trimmingBlanks
    }
    var count = 1
    if let times = rest.firstIndex(where: { $0 == "x" || $0 == "×" || $0 == "*" }) {
      guard let number = Int(rest[..<times].trimmingBlanks), (1...1000).contains(number) else {
        throw .transformers(text, reason: "\"\(rest[..<times])\" is not a number of units")
      }
      count = number
      rest = rest[rest.index(after: times)...].trimmingBlanks
    }
    do {
      let rating = try Power(rest)
      guard rating > .zero else {
        throw AccountError.transformers(text, reason: "a transformer of \(rest) kVA does not exist")
      }
      return Unit(count: count, rating: rating, standby: standby)
    } catch let error as NumberError {
      throw .transformers(text, reason: error.sentence)
    } catch let error as AccountError {
      throw error
    } catch {
      throw .transformers(text, reason: "\"\(rest)\" is not a rating")
    }
  }

  /// The capacity a basic charge counts. [kVA]
  public var billedCapacity: Power {
    groups.reduce(.zero) { sum, group in
      sum + (group.filter { $0.standby != .cold }.map(\.capacity).max() ?? .zero)
    }
  }
}

extension StringProtocol {
  /// The text without blanks at either end.
  var trimmingBlanks: String {
    var text = Substring(self)
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
