/// A time-of-use period: `sharp`, `peak`, `flat`, `valley`, `deep`, or a name a tariff gives.
public struct PeriodName: Sendable, Hashable, CustomStringConvertible {
  /// The name as the tariff writes it.
  public let name: String

  /// Makes a period from its name.
  public init(_ name: String) { self.name = name }

  /// 尖.
  public static let sharp = PeriodName("sharp")
  /// 峰.
  public static let peak = PeriodName("peak")
  /// 平.
  public static let flat = PeriodName("flat")
  /// 谷.
  public static let valley = PeriodName("valley")
  /// 深谷.
  public static let deep = PeriodName("deep")
  /// The one period of a tariff without time of use.
  public static let all = PeriodName("all")

  /// The name.
  public var description: String { name }
}
