import Documents
import Quantities
import Use

/// Follows the transformers of an account through its events, so that none is for a transformer
/// that is not there: such an event would change nothing, and nobody would see it.
struct CaseEventCheck {

  private let units: [InstalledUnit]

  init(units: [InstalledUnit]) { self.units = units }

  func check(_ events: [(event: AccountEvent, element: ElementReader)]) {
    var present = units.map(\.id)
    var paused: Set<String> = []
    let added = events.compactMap { item -> String? in
      guard case .add(let unit, _) = item.event.change else { return nil }
      return unit
    }
    // In order of time; on one day in the order of the file.
    let sorted = events.enumerated().sorted {
      ($0.element.event.date, $0.offset) < ($1.element.event.date, $1.offset)
    }
    for (event, element) in sorted.map(\.element) {
      switch event.change {
      case .add(let unit, _):
        if present.contains(unit) {
          element.report(
            .duplicateName, at: "transformer",
            """
            there is a transformer \(Printable.quote(unit)) on \(event.date) already; another name \
            is expected
            """)
        }
        present.append(unit)
      case .remove(let unit):
        if isKnown(unit, among: present, added, event, element) {
          present.removeAll { $0 == unit }
          paused.remove(unit)
        }
      case .replace(let unit, _):
        _ = isKnown(unit, among: present, added, event, element)
      case .pause(let unit):
        if isKnown(unit, among: present, added, event, element), !paused.insert(unit).inserted {
          element.report(
            .eventOrder, at: "event",
            """
            \(Printable.quote(unit)) is paused on \(event.date) already; an event "resume" before \
            it is expected
            """)
        }
      case .resume(let unit):
        if isKnown(unit, among: present, added, event, element), paused.remove(unit) == nil {
          element.report(
            .eventOrder, at: "event",
            """
            \(Printable.quote(unit)) is not paused on \(event.date); an event "pause" before it \
            is expected
            """)
        }
      case .contract, .method, .tariff, .voltage: continue
      }
    }
  }

  private func isKnown(
    _ unit: String, among present: [String], _ added: [String], _ event: AccountEvent,
    _ element: ElementReader
  ) -> Bool {
    switch present.count(where: { $0 == unit }) {
    case 1: return true
    case 0:
      if added.contains(unit) || units.contains(where: { $0.id == unit }) {
        element.report(
          .eventOrder, at: "transformer",
          """
          \(Printable.quote(unit)) is not installed on \(event.date); an event "add" before it is \
          expected
          """)
      } else {
        let known = Printable.alternatives(present.map { Printable.quote($0) })
        element.report(
          .unknownTransformer, at: "transformer",
          present.isEmpty
            ? "the account has no transformer \(Printable.quote(unit)); it has none"
            : "the account has no transformer \(Printable.quote(unit)); \(known) is expected",
          hint: Suggestion.hint(for: unit, in: present)
            ?? (present.isEmpty ? nil : "a transformer without a name is called by its rating"))
      }
    default:
      element.report(
        .unknownTransformer, at: "transformer",
        "the account has several transformers \(Printable.quote(unit)); one is expected",
        hint: "list them one by one, each with a name: <transformer id=\"T1\" kVA=\"…\"/>")
    }
    return false
  }
}
