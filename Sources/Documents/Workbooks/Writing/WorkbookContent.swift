import Quantities

/// A workbook to be written, as values.
package struct WorkbookContent: Sendable, Hashable {

  /// The document's title in its properties.
  package let title: String

  /// The day it was made, as its properties tell; the clock is never asked, so that the same content
  /// gives the same bytes.
  package let created: CalendarDate

  /// What stands below every printed page, beside its number.
  package let footer: String

  /// In the order of their tabs; a workbook without sheets is written with an empty one.
  package let sheets: [SheetContent]

  /// The names on the tabs: those of `sheets`, made valid and told apart.
  ///
  /// Formulas that point at another sheet must use these.
  package let sheetNames: [String]

  package init(
    title: String, footer: String = "", created: CalendarDate, sheets: [SheetContent]
  ) {
    self.title = title
    self.footer = footer
    self.created = created
    self.sheets = sheets
    sheetNames = TabNames.valid(sheets.map(\.name))
  }
}
