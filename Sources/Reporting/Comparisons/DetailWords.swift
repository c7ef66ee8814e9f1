import Advice
import Quantities

/// What is to be done for a lever, as text and JSON.
enum DetailWords {
  /// The title and the lines of a section; nothing where there is nothing more to tell.
  static func section(_ saving: LeverSaving, currency: String) -> (title: String, lines: [String])?
  {
    switch (saving.detail, saving.lever) {
    case (.timetable(let timetable), .batches(let batches)):
      return (
        say("When the runs begin"),
        TimetableWords(timetable: timetable, batches: batches, currency: currency).lines
      )
    case (.capacitors(let kvar), .compensation(.powerFactor(let target))):
      let size = NumberStyle.grouped.number(kvar)
      return (
        say("What the power factor needs"),
        [
          "  "
            + say(
              kvar > .zero
                ? "Capacitors of \(size) kvar keep every month at \(target) or above."
                : "No capacitors: every month is at \(target) or above.")
        ]
      )
    case (.none, _), (.timetable, _), (.capacitors, _): return nil
    }
  }

  /// Members beside the lever's own.
  static func members(_ detail: LeverDetail) -> [JSONMember] {
    switch detail {
    case .none: return []
    case .capacitors(let kvar): return [JSONMember("capacitors_kvar", .exact(kvar))]
    case .timetable(let timetable):
      return [
        JSONMember(
          "runs",
          .array(
            timetable.runs.map {
              [
                "batch": .string($0.batch), "date": .string($0.date.description),
                "start": .string($0.start.description),
              ]
            })),
        JSONMember(
          "unmoved",
          .array(
            timetable.unmoved.map {
              [
                "batch": .string($0.batch), "date": .string($0.date.description),
                "because": .string($0.cause.rawValue),
              ]
            })),
        JSONMember("optimal", .bool(timetable.isOptimal)),
        JSONMember("gap", .string(timetable.gap.text(digits: 2))),
      ]
    }
  }
}
