import Documents
import Quantities

extension DossierReader {
  /// Reads `published.csv`.
  mutating func readClaims(
    _ path: String, known: Set<String>, single: String?
  ) -> [PublishedFigure] {
    let vocabulary: HeadingVocabulary = [
      "account": [], "figure": [], "measure": [], "levers": [], "published": [],
    ]
    let table = problems.collect { () throws(DiagnosticsError) -> Table in
      try Table.read(
        path: path, vocabulary: vocabulary,
        required: ["figure", "measure", "published"])
    }
    guard let table else { return [] }
    var figures: [PublishedFigure] = []
    for row in table.rows {
      let named = row["account"]?.text ?? ""
      guard let account = named.isEmpty ? single : named, known.contains(account) else {
        problems.add(
          row.diagnostic(
            code: "published-account",
            message: named.isEmpty
              ? "the row names no account"
              : "account \(Printable.quote(named)) does not stand in accounts.csv"))
        continue
      }
      guard let measure = row["measure"], let cell = row["published"],
        let value = number(cell, { text throws(NumberError) in try Quantity(text) })
      else { continue }
      let fraction = cell.text.split(separator: ".", maxSplits: 1).dropFirst().first ?? ""
      figures.append(
        PublishedFigure(
          account: account, text: row["figure"]?.text ?? "", measure: measure,
          levers: row["levers"].flatMap { $0.isEmpty ? nil : $0 }, value: value,
          digits: fraction.count))
    }
    return figures
  }
}
