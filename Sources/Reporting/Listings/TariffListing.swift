import Quantities
import Tariffs

/// The tariffs at hand, to be shown as text or JSON.
package struct TariffListing: Sendable {
  private let book: TariffBook
  private let tariffs: [Tariff]

  /// Lists tariffs.
  ///
  /// - Parameters:
  ///   - book: The tariffs and price pages.
  ///   - date: The day they are to be in force on; nothing for any.
  ///   - area: The area; nothing for all.
  package init(_ book: TariffBook, on date: CalendarDate?, area: String?) {
    self.book = book
    tariffs = book.tariffs.values.filter { tariff in
      (area.map { tariff.area == $0 } ?? true)
        && (date.map { tariff.version(on: $0) != nil } ?? true)
    }.sorted { $0.id < $1.id }
  }

  /// Columns of price pages that no page of the tariff prints.
  private func missing(_ tariff: Tariff) -> [String] {
    let printed = Set(
      book.pages(for: tariff).flatMap(\.rows).filter { $0.tariff == tariff.id }
        .flatMap { Array($0.prices.keys) })
    return tariff.versions.last?.priceColumns.filter { !printed.contains($0) } ?? []
  }

  /// The listing as a JSON document.
  package var json: JSONValue {
    [
      "tariffs": .array(
        tariffs.map { tariff in
          [
            "id": .string(tariff.id), "title": .string(tariff.title(in: "en")),
            "area": .string(tariff.area), "currency": .string(tariff.currency),
            "in_force": .array(tariff.versions.map { .string($0.inForce.description) }),
            "pages": .array(
              book.pages(for: tariff).map { .string($0.inForce.description) }),
            "missing": .array(missing(tariff).map(JSONValue.string)),
            "file": .string(tariff.file),
          ]
        })
    ]
  }

  /// The listing as text.
  package var text: String {
    guard !tariffs.isEmpty else { return "no tariff\n" }
    var lines: [String] = []
    for tariff in tariffs {
      if !lines.isEmpty { lines.append("") }
      lines += [tariff.id, "  \(tariff.title(in: "en"))"]
      if let chinese = tariff.titles["zh"] { lines.append("  \(chinese)") }
      lines.append(
        "  in force   " + tariff.versions.map(\.inForce.description).joined(separator: "; "))
      let pages = book.pages(for: tariff)
      let columns = tariff.versions.last?.priceColumns ?? []
      if columns.isEmpty {
        lines.append("  prices     stand in the rules")
      } else {
        lines.append(
          "  prices     "
            + (pages.isEmpty
              ? "no page" : pages.map(\.inForce.description).joined(separator: "; ")))
      }
      let missing = missing(tariff)
      if !missing.isEmpty {
        lines += TextBlock.lines(
          missing.joined(separator: ", ") + " (give them with --price)", lead: "  missing    ")
      }
      lines.append("  file       \(tariff.file)")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
