import Catalogues
import Quantities

extension ScreenReport {
  /// The screening as a page: one file that needs nothing beside it; a script in it sorts the rows.
  package func html(program: String) -> String {
    let exhibits = ScreenExhibits(report: self)
    return PageTemplates.render(
      "screen",
      [
        "language": Language.current == .chinese ? "zh-CN" : "en", "version": program,
        "style": String(decoding: Catalogue.style, as: UTF8.self),
        "script": String(decoding: Catalogue.sortScript, as: UTF8.self),
        "title": Phrase.text("screen.title"), "summary": summary,
        "parts": exhibits.all.map { ExhibitPage(exhibit: $0).values },
        "all": ExhibitPage(
          exhibit: Exhibit(
            id: "all", title: Phrase.text("screen.all"), text: [Phrase.text("screen.all_text")],
            tables: [exhibits.table])
        ).values,
      ])
  }
}
