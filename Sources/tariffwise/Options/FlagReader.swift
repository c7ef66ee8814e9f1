import Quantities

/// Flags read one after the other; what is wrong with any of them is kept and told together.
struct FlagReader {
  private var faults: [LeverFault] = []

  /// What a flag says; nothing where it is not given, or wrong.
  mutating func read<Value>(
    _ text: String?, _ value: (String) throws(LeverFault) -> Value
  ) -> Value? {
    guard let text else { return nil }
    do throws(LeverFault) {
      return try value(text)
    } catch {
      faults.append(error)
      return nil
    }
  }

  /// What a flag says each time it is given.
  mutating func read<Value>(
    _ texts: [String], _ value: (String) throws(LeverFault) -> Value
  ) -> [Value] {
    texts.compactMap { read($0, value) }
  }

  /// Notes something that is wrong with flags together.
  mutating func refuse(_ message: Message, hint: Message? = nil) {
    faults.append(LeverFault(message: message, hint: hint))
  }

  /// Notes a flag that says nothing without another.
  mutating func need(_ needed: Bool, for flag: String, given: Bool, hint: Message) {
    if given, !needed { refuse("\(flag) says nothing alone", hint: hint) }
  }

  /// Notes two flags that say the same in two ways.
  mutating func refuseBoth(_ first: String, _ isFirst: Bool, _ second: String, _ isSecond: Bool) {
    if isFirst, isSecond {
      refuse("\(first) and \(second) do not go together", hint: "leave one of them out")
    }
  }

  /// - Throws: ``LeverFaults`` where anything was wrong.
  func finish() throws(LeverFaults) {
    guard faults.isEmpty else { throw LeverFaults(faults: faults) }
  }
}
