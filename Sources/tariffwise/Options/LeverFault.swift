import Quantities

/// Why one flag of a change, on the command line or in a table, is not understood.
struct LeverFault: Error {
  /// What was found and what was expected.
  let message: Message
  /// What to write instead.
  let hint: Message?

  /// Makes a fault.
  init(message: Message, hint: Message? = nil) {
    self.message = message
    self.hint = hint
  }
}
