import Documents

extension TableRow {
  /// The cell in a column, where there is the column and something stands in it.
  func filled(_ name: String) -> TableCell? {
    self[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
