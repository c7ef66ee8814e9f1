import Documents

extension SheetChoice {
  /// The sheet with interval data: the one of that name, or the one with such a heading.
  package static func intervalData(named name: String?) -> SheetChoice {
    SheetChoice(
      named: name, hint: "--sheet NAME, or the column sheet of load/files.csv, says which"
    ) { source in
      LayoutFinder(text: LoadText(source), options: LoadFileOptions()).hasHeading
    }
  }
}
