import Documents

/// A table of interval data whose accounts are read one by one, so that it is never held as a whole.
package struct LoadTable: Sendable {
  /// The text; of a large one only the beginning is known to be UTF-8.
  let text: LoadText
  let plan: LoadPlan
  /// The file it was opened from.
  let file: LoadFile

  /// Opens a file.
  ///
  /// - Returns: Nothing for a file that is not read by whole days, such as a Green Button feed: it
  ///   is for ``LoadReader``, which also says what is wrong with one whose interval is in doubt.
  /// - Throws: What is wrong with the file as a whole.
  package static func open(_ file: LoadFile) throws(DiagnosticsError) -> LoadTable? {
    guard case .days(let text, let plan) = try LoadContent(file, checkedLater: true),
      plan.doubt == nil
    else { return nil }
    return LoadTable(text: text, plan: plan, file: file)
  }

  /// The file's name in messages.
  package var name: String { text.name }
}
