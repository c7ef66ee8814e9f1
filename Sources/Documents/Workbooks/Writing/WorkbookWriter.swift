/// Writes workbooks of the Office Open XML format, with libxlsxwriter.
///
/// The same content gives the same bytes.
package enum WorkbookWriter {

  /// The bytes of a workbook.
  ///
  /// - Parameters:
  ///   - content: What to write.
  ///   - file: The file's name in messages.
  /// - Returns: The file's content.
  /// - Throws: A diagnostic with the code `workbook-cell` for the first value that no cell can hold,
  ///   `workbook-too-large` for a sheet of too many rows or columns, `workbook-chart` for a chart
  ///   whose cells there are not, or `file-unwritable`.
  package static func bytes(
    of content: WorkbookContent, file: String
  ) throws(DiagnosticsError) -> [UInt8] {
    let assembly = try WorkbookAssembly(content, file: file)
    for index in content.sheets.indices { try assembly.addSheet(index) }
    // Charts may show cells of any sheet.
    for index in content.sheets.indices { try assembly.addCharts(toSheet: index) }
    return try assembly.finish()
  }

  /// Writes a workbook to a file, whole or not at all.
  ///
  /// - Throws: What ``bytes(of:file:)`` throws, or why the file cannot be written.
  package static func write(
    _ content: WorkbookContent, to path: String
  ) throws(DiagnosticsError) {
    try FileSystem.write(try bytes(of: content, file: path), to: path)
  }
}
