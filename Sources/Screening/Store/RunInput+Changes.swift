import Quantities

extension RunInput {
  /// What differs between the inputs a run began with and those of now, a sentence each.
  static func changes(from old: [RunInput], to new: [RunInput]) -> [Message] {
    let before = Dictionary(old.map { ($0.key, $0) }) { $1 }
    let after = Dictionary(new.map { ($0.key, $0) }) { $1 }
    return Set(before.keys).union(after.keys).sorted().compactMap { key in
      switch (before[key], after[key]) {
      case (let old?, let new?): return old == new ? nil : new.change(since: old)
      case (let old?, nil): return old.loss
      case (nil, let new?): return new.arrival
      case (nil, nil): return nil
      }
    }
  }

  /// Files stand before values.
  private var key: String {
    if case .value = content { return "2\(name)" }
    return "1\(name)"
  }

  private func change(since old: RunInput) -> Message {
    switch (old.content, content) {
    case (.file(let before, _, _), .file(let now, _, _)) where before != now:
      let difference = Self.grouped(abs(now - before))
      let bytes = abs(now - before) == 1 ? "byte" : "bytes"
      return now > before
        ? "\(name) has \(difference) \(bytes) more than when the run began"
        : "\(name) has \(difference) \(bytes) less than when the run began"
    case (.file(_, let before, let old), .file(_, let now, let new)) where old == new:
      return "\(name) was written to at \(now); the run began with that of \(before)"
    case (.value(let before), .value(let now)):
      return "\(name) is \(Self.shown(now)) now, but was \(Self.shown(before)) when the run began"
    default: return "\(name) holds something else than when the run began"
    }
  }

  private var loss: Message {
    if case .value(let value) = content {
      return "\(name) was \(Self.shown(value)) when the run began, but is not given now"
    }
    return "\(name) is gone since the run began"
  }

  private var arrival: Message {
    if case .value(let value) = content {
      return "\(name) is \(Self.shown(value)) now, but was not given when the run began"
    }
    return "\(name) was not there when the run began"
  }

  private static func shown(_ value: String) -> String { value.isEmpty ? "empty" : value }

  /// `1204` as `1,204`.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.reduce(into: "") { text, index in
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digits[index])
    }
  }
}
