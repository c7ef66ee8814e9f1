import Quantities

/// What a lever sets, in the words of its flag.
public enum Setting: Sendable, Hashable {
  /// The same in every month.
  case always(String)
  /// From each month on, until the next.
  case steps([Plan<String>.Step])

  /// A plan in words.
  init<Value>(_ plan: Plan<Value>, _ words: (Value) -> String) {
    switch plan {
    case .always(let value): self = .always(words(value))
    case .steps(let steps):
      self = .steps(steps.map { .init(from: $0.from, value: words($0.value)) })
    }
  }

  /// The setting in one line: `4200 from 2026-01, 3900 from 2026-02`.
  public var text: String {
    switch self {
    case .always(let text): return text
    case .steps(let steps):
      return steps.map { "\($0.value) from \($0.from)" }.joined(separator: ", ")
    }
  }
}
