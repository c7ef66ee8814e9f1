import Tariffs

/// The power-factor tables of one file, which tariffs refer to by its id.
package struct PowerFactorTables: Sendable, Hashable {

  /// The id, such as `cn-1983`.
  package let id: String

  /// A table for each standard.
  package let tables: [PowerFactorTable]

  /// Where the tables stand.
  package let file: String

  package init(id: String, tables: [PowerFactorTable], file: String) {
    self.id = id
    self.tables = tables
    self.file = file
  }
}
