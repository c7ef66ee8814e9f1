/// Which way the energy of a channel flows.
package enum FlowDirection: String, Sendable, Hashable, CaseIterable {
  /// From the grid to the account.
  case imported = "import"
  /// From the account to the grid; settled apart and never added to import.
  case exported = "export"
  /// The file does not say; taken for import with a note.
  case unknown
}
