/// Some of the twelve months of the year.
public struct MonthSet: Sendable, Hashable, CustomStringConvertible {
  private var bits: UInt16 = 0

  /// No month.
  public init() {}

  /// The given months; numbers outside 1 to 12 are left out.
  public init(_ numbers: some Sequence<Int>) {
    for number in numbers { insert(number) }
  }

  /// The whole year.
  public static let all = MonthSet(1...12)

  /// Adds a month by its number.
  public mutating func insert(_ number: Int) {
    guard (1...12).contains(number) else { return }
    bits |= 1 << UInt16(number)
  }

  /// Whether a month, 1 to 12, is in the set.
  public func contains(_ number: Int) -> Bool {
    (1...12).contains(number) && bits & (1 << UInt16(number)) != 0
  }

  /// The months in order.
  public var numbers: [Int] { (1...12).filter(contains) }
  /// Whether every month is in the set.
  public var isWholeYear: Bool { self == .all }

  /// `7 8`.
  public var description: String { numbers.map(String.init).joined(separator: " ") }
}
