import Catalogues
import Documents
import Mustache

/// The templates of pages, parsed once.
enum PageTemplates {
  /// A template filled in.
  ///
  /// - Parameters:
  ///   - name: The template.
  ///   - values: What stands in its places, by name.
  /// - Returns: The page.
  static func render(_ name: String, _ values: [String: Any]) -> String {
    guard let page = library.render(values, withTemplate: name) else {
      preconditionFailure("there is no template \(name)")
    }
    return page
  }

  private static let library: MustacheLibrary = {
    MustacheContentTypes.register(PageContent(), named: "PAGE")
    let texts = [
      "audit": Catalogue.auditPage, "screen": Catalogue.screenPage,
      "exhibit": Catalogue.exhibit, "table": Catalogue.table,
    ]
    var library = MustacheLibrary()
    for (name, bytes) in texts {
      do {
        try library.register(String(decoding: bytes, as: UTF8.self), named: name)
      } catch {
        preconditionFailure("the template \(name) is at fault: \(error)")
      }
    }
    return library
  }()

  /// Escapes as pages need it; the package's own goes by characters and passes `<` with a mark on it.
  private struct PageContent: MustacheContentType {
    func escapeText(_ text: String) -> String { MarkupEscape.text(text) }
  }
}
