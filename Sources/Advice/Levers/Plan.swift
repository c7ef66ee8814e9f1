import Quantities

/// A choice for all months, or one that changes in some.
public enum Plan<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The same in every month.
  case always(Value)
  /// From each month on, until the next, in ascending order; months before the first stay as they
  /// are.
  case steps([Step])

  /// A choice and the month from which it holds.
  public struct Step: Sendable, Hashable {
    /// The first month.
    public let from: Month
    /// The choice.
    public let value: Value

    /// Makes a step.
    public init(from: Month, value: Value) {
      self.from = from
      self.value = value
    }
  }

  /// The choice of each month, told where it changes.
  ///
  /// - Parameters:
  ///   - months: The months with their choices, in order.
  ///   - all: The first month there is; nothing for the first of those given.
  public init(_ months: [(month: Month, value: Value)], of all: Month? = nil) {
    guard let first = months.first else {
      self = .steps([])
      return
    }
    var steps = [Step(from: first.month, value: first.value)]
    for (month, value) in months.dropFirst() where steps.last?.value != value {
      steps.append(Step(from: month, value: value))
    }
    let isWhole = steps.count == 1 && all.map { $0 >= first.month } ?? true
    self = isWhole ? .always(first.value) : .steps(steps)
  }

  /// The choice in a month; nothing before the first step.
  public func value(in month: Month) -> Value? {
    switch self {
    case .always(let value): return value
    case .steps(let steps): return steps.last { $0.from <= month }?.value
    }
  }

  /// The choice, where it is the same in every month.
  public var only: Value? {
    guard case .always(let value) = self else { return nil }
    return value
  }

  /// The choice at the beginning and each that follows.
  public var values: [Value] {
    switch self {
    case .always(let value): return [value]
    case .steps(let steps): return steps.map(\.value)
    }
  }
}
