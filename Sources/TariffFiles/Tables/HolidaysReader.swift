import Documents
import Quantities
import Tariffs

/// Reads a file of public holidays.
struct HolidaysReader {

  let findings: FileFindings

  /// The holidays; nothing where something in the file is wrong, which was reported.
  func read(_ root: ElementReader) -> Holidays? {
    root.expect(attributes: ["id", "from", "to"], children: ["source", "holiday", "workday"])
    root.expectOrder(["source", "holiday"])
    let id = root.required("id", .name)
    let from = root.required("from", .date)
    let to = root.required("to", .date)
    let known = from == nil || to == nil ? nil : root.dateRange()
    let sources = SourceList(in: root)
    var holidays: [Holidays.Holiday] = []
    for element in root.requiredChildren(named: "holiday") {
      element.expect(attributes: ["name", "from", "to", "source", "page"])
      _ = sources.rule(for: element, isRequired: true)
      let name = element.required("name", .name)
      let last = element.required("to", .date)
      let days = element.dateRange()
      guard let name, last != nil, let days else { continue }
      holidays.append(Holidays.Holiday(name: name, days: days))
    }
    var workdays: Set<CalendarDate> = []
    for element in root.children(named: "workday") {
      element.expect(attributes: ["date", "source", "page"])
      _ = sources.rule(for: element, isRequired: true)
      guard let date = element.required("date", .date) else { continue }
      if let holiday = holidays.first(where: { $0.days.contains(date) }) {
        element.report(
          .misplacedRule, at: "date",
          """
          \(date) lies in the holiday \(Printable.quote(holiday.name)); a day that is worked is \
          expected
          """)
      } else if date.weekday != .saturday, date.weekday != .sunday {
        element.report(
          .misplacedRule, at: "date",
          "\(date) is a workday by itself; a Saturday or Sunday that is worked is expected")
      }
      workdays.insert(date)
    }
    guard let id, let known, !findings.hasErrors else { return nil }
    return Holidays(
      id: id, known: known, holidays: holidays, workdays: workdays, file: findings.source.file)
  }
}
