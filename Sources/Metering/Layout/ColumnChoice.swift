import Documents
import Quantities

/// Keeps the column of values the user named, and leaves out those that say the same.
struct ColumnChoice {
  let text: LoadText
  let name: String

  /// The headings, of which only the named one holds values of its channel.
  ///
  /// - Throws: That no column, or more than one, has the name.
  func apply(to headings: [Heading]) throws(DiagnosticsError) -> [Heading] {
    let chosen = try column(of: headings)
    let channel = headings[chosen].measuredChannel ?? .active
    return headings.enumerated().map { column, heading in
      var heading = heading
      if column == chosen {
        // A column the program does not know is taken at the user's word; its unit is still asked.
        if heading.measuredChannel == nil { heading.role = .unitless(channel) }
      } else if heading.measuredChannel == channel {
        heading.role = .unknown
      }
      return heading
    }
  }

  private func column(of headings: [Heading]) throws(DiagnosticsError) -> Int {
    let words = HeadingWords.words(of: name)
    let whole = headings.indices.filter { HeadingWords.words(of: headings[$0].text) == words }
    let found =
      whole.isEmpty
      ? headings.indices.filter { column in
        headings[column].parts.contains { HeadingWords.words(of: $0) == words }
      } : whole
    if found.count == 1 { return found[0] }
    let named = (found.isEmpty ? Array(headings.indices) : found).map { headings[$0] }
      .filter { !$0.text.isEmpty }
    let names = named.prefix(12).map { Message(verbatim: Printable.quote($0.text)) }
    let more: [Message] = named.count > 12 ? ["\(named.count - 12) more"] : []
    let list = Message.alternatives(names + more, conjunction: "and")
    throw LoadFault(text: text).error(
      "load-columns", at: named.first?.range,
      found.isEmpty
        ? "no column is headed \(Printable.quote(name)); there are \(list)"
        : "\(found.count) columns are headed \(Printable.quote(name)): \(list)",
      hint: found.isEmpty ? Suggestion.hint(for: name, in: headings.map(\.text)) : nil)
  }
}
