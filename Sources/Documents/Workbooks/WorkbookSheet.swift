/// A sheet of a workbook with cells, as the workbook lists it.
package struct WorkbookSheet: Sendable, Hashable {

  /// The name on its tab.
  package let name: String

  /// Whether a spreadsheet program shows its tab.
  package let isVisible: Bool

  let part: PackagePart
}
