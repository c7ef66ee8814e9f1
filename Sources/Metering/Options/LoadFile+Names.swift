extension LoadFile {
  /// How the names of load files end; what a file is, its bytes tell.
  ///
  /// `xls` is among them so that such a file is told of and not passed over.
  package static let extensions: Set<String> = [
    "csv", "tsv", "txt", "xlsx", "xlsm", "xls", "zip", "gz", "xml", "nem12", "mdff",
  ]
}
