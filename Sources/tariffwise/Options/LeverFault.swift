/// Why one flag of a change, on the command line or in a table, is not understood.
struct LeverFault: Error {
  /// What was found and what was expected.
  let message: String
  /// What to write instead.
  let hint: String?

  /// Makes a fault.
  init(message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
