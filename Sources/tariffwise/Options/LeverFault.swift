/// Why the flags of changes, on the command line or in a table, are not understood.
struct LeverFault: Error {
  /// What was found and what was expected.
  let message: String
  /// What to write instead.
  let hint: String?
}
