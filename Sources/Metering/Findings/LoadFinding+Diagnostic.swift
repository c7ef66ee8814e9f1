import Documents

extension LoadFinding {
  /// The finding as a diagnostic that does not quote its line.
  ///
  /// - Parameter file: The file that is named where the finding has no place.
  /// - Returns: The diagnostic, an error whatever the finding's severity.
  package func diagnostic(of file: String) -> Diagnostic {
    guard let place else {
      return Diagnostic(file: file, code: code.rawValue, message: sentence, hint: advice)
    }
    return Diagnostic(
      file: place.file, line: place.line, code: code.rawValue,
      message: place.column.map { "column \($0): \(sentence)" } ?? sentence, hint: advice)
  }
}
