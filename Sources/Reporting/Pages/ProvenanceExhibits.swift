import Billing
import Quantities
import Tariffs

/// What a report rests on, as tables: rules and prices with their documents, and files of data.
struct ProvenanceExhibits {
  let bill: AccountBill
  let terms: BillingTerms
  let provenance: Provenance

  /// The parts.
  var all: [Exhibit] { [rules, files] }

  private var rules: Exhibit {
    var order: [Source] = []
    var uses: [Source: [String]] = [:]
    for line in bill.bills.flatMap(\.lines) {
      var references = [line.rule]
      if case .page(let reference) = line.priceOrigin { references.append(reference) }
      for source in references.compactMap(\.source) {
        let name = ChargeWords.group(line.charge)
        if uses[source] == nil { order.append(source) }
        if uses[source]?.contains(name) != true { uses[source, default: []].append(name) }
      }
    }
    let table = ReportTable(
      caption: Phrase.text("page.rules"),
      columns: [
        .init(Phrase.text("sources.document"), .text), .init(Phrase.text("sources.used"), .text),
        .init(Phrase.text("sources.confidence"), .text),
      ],
      rows: order.map { source in
        [
          .text(SourceWords.document(source)),
          .text((uses[source] ?? []).joined(separator: Phrase.text("list.comma"))),
          .text(SourceWords.confidence(source.confidence)),
        ]
      })
    return Exhibit(
      id: "rules", title: Phrase.text("page.rules"), text: versions,
      tables: order.isEmpty ? [] : [table])
  }

  /// The versions of the tariff the months were billed by.
  private var versions: [String] {
    var seen: [String] = []
    for bill in bill.bills {
      let tariff = terms.book.tariffs[bill.tariff] ?? self.bill.tariff
      let day = (terms.asOf ?? bill.month).firstDay
      guard let version = tariff.version(on: day) else { continue }
      let span = Phrase.text("page.in_force", ["span": version.inForce.description])
      let text =
        "\(tariff.title(in: Language.current.rawValue)) · \(tariff.id) · \(span) · \(tariff.file)"
      if !seen.contains(text) { seen.append(text) }
    }
    return seen
  }

  private var files: Exhibit {
    let table = ReportTable(
      caption: Phrase.text("page.files"),
      columns: [
        .init(Phrase.text("files.name"), .text),
        .init(Phrase.text("files.bytes"), .number(digits: 0)),
        .init(Phrase.text("files.fingerprint"), .text),
      ],
      rows: provenance.files.map { file in
        [.text(file.path), .figure("\(file.size)"), .text(file.fingerprint.text)]
      })
    let isByHand = provenance.files.isEmpty
    return Exhibit(
      id: "files", title: Phrase.text("page.files"),
      text: isByHand ? [Phrase.text("page.no_files")] : [], tables: isByHand ? [] : [table])
  }
}
