import Documents
import Quantities
import Tariffs

extension VersionReader {

  /// Reads the calendars; the one of the energy charge has no name.
  mutating func readCalendars() {
    var first: [String: Int] = [:]
    // Bills have their periods in the order of the energy charge, and so has the calendar.
    var order: [String] = []
    for period in element.children(named: "energy-charge").first?.children(named: "period") ?? [] {
      // A period stands several times where its price changes with the months.
      guard let name = period.element.attribute(named: "name")?.value, !order.contains(name) else {
        continue
      }
      order.append(name)
    }
    for child in element.children(named: "calendar") {
      let name = child.optional("name", .name) ?? ""
      if let line = first[name] {
        child.report(
          .duplicateName,
          name.isEmpty
            ? "there is a second calendar without a name; the first stands in line \(line)"
            : """
            there is a second calendar \(Printable.quote(name)); the first stands in line \
            \(line)
            """,
          hint: name.isEmpty ? "a calendar of demand charges has a name: name=\"demand\"" : nil)
        continue
      }
      first[name] = child.line
      let reader = CalendarReader(
        element: child, sources: sources, holidays: shared.holidays,
        order: name.isEmpty ? order : [])
      if let calendar = reader.read() {
        calendars[name] = calendar
      } else {
        unreadable.insert(name)
      }
    }
    if first[""] == nil {
      calendars[""] = ReadCalendar(
        calendar: .undivided, months: [Set(1...12)], element: nil)
    }
  }

  /// A calendar by name; charges may refer to it before the version is whole.
  ///
  /// - Returns: Nothing where there is none, which is reported, or where it could not be read.
  func calendar(named name: String, for charge: ElementReader) -> ReadCalendar? {
    if let known = calendars[name] { return known }
    guard !unreadable.contains(name) else { return nil }
    let names = calendars.keys.filter { !$0.isEmpty }.sorted()
    charge.report(
      .unknownCalendar, at: "calendar",
      names.isEmpty
        ? """
        \(Printable.quote(name)) is no calendar of this version; none of its calendars has a name
        """
        : """
        \(Printable.quote(name)) is no calendar of this version; \
        \(Printable.alternatives(names.map { Printable.quote($0) })) is expected
        """,
      hint: Suggestion.hint(for: name, in: names))
    return nil
  }
}
