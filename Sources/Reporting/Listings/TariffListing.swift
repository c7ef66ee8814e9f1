import Documents
import Quantities
import Tariffs

/// The tariffs at hand, to be shown as text or JSON.
package struct TariffListing: Sendable {
  private let book: TariffBook
  private let date: CalendarDate?
  private let tariffs: [Tariff]

  /// Lists tariffs.
  ///
  /// - Parameters:
  ///   - book: The tariffs and price pages.
  ///   - date: The day they are to be in force on; nothing for any.
  ///   - area: The area; nothing for all.
  package init(_ book: TariffBook, on date: CalendarDate?, area: String?) {
    self.book = book
    self.date = date
    tariffs = book.tariffs.values.filter { tariff in
      (area.map { tariff.area == $0 } ?? true)
        && (date.map { tariff.version(on: $0) != nil } ?? true)
    }.sorted { $0.id < $1.id }
  }

  /// The day for which is told what is missing: the one asked for, or the day the last page begins;
  /// nothing where there is no page.
  private func day(_ tariff: Tariff) -> CalendarDate? {
    date ?? book.pages(for: tariff).map(\.inForce.from).max()
  }

  /// The prices a bill of the tariff needs that no page in force prints for every voltage.
  private func missing(_ tariff: Tariff) -> [String] {
    guard let day = day(tariff) else { return tariff.versions.last?.neededColumns ?? [] }
    let version = tariff.version(on: day) ?? tariff.versions.last
    let pages = book.pages(for: tariff, on: day)
    return (version?.neededColumns ?? []).filter { column in
      let cells = pages.flatMap { page in
        page.columns.contains(column)
          ? page.rows.filter { $0.tariff == tariff.id }.map { $0.prices[column] } : []
      }
      return cells.isEmpty || cells.contains(nil)
    }
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
            "missing_on": .text(day(tariff)?.description),
            "file": .string(tariff.file),
          ]
        })
    ]
  }

  /// The listing as text.
  package var text: String {
    guard !tariffs.isEmpty else { return say("no tariff") + "\n" }
    var lines: [String] = []
    for tariff in tariffs {
      if !lines.isEmpty { lines.append("") }
      lines += [tariff.id, "  \(tariff.title(in: "en"))"]
      if let chinese = tariff.titles["zh"] { lines.append("  \(chinese)") }
      let spans = tariff.versions.map { "\($0.inForce)" as Message }
      lines.append(Self.label("in force") + say(spans.joined(separator: "; ")))
      let pages = book.pages(for: tariff)
      let columns = tariff.versions.last?.priceColumns ?? []
      if columns.isEmpty {
        lines.append(Self.label("prices") + say("stand in the rules"))
      } else {
        let days = DateRange.joined(pages.map(\.inForce)).map { "\($0)" as Message }
        lines += TextBlock.lines(
          days.isEmpty ? say("no page") : say(days.joined(separator: "; ")),
          lead: Self.label("prices"))
      }
      let missing = missing(tariff)
      if !missing.isEmpty {
        lines += TextBlock.lines(
          say(lacking(missing.joined(separator: ", "), on: day(tariff))),
          lead: Self.label("missing"))
      }
      lines.append(Self.label("file") + tariff.file)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Cells the labels of a tariff's lines take.
  private static let labelWidth = 11

  private func lacking(_ names: String, on day: CalendarDate?) -> Message {
    guard let day else { return "\(names) (give them with --price)" }
    return "\(names) (on \(day); give them with --price)"
  }

  private static func label(_ name: Message) -> String {
    let name = say(name)
    return "  " + name + String(repeating: " ", count: labelWidth - DisplayWidth.of(name))
  }
}
