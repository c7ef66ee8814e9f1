import Documents
import Quantities
import Tariffs

extension Tariff {

  /// That no version is in force on a day, and when there is one.
  func lacksVersion(on day: String) -> Message {
    let spans: [Message] = versions.map(\.inForce).map { span in
      span.to.map { "from \(span.from) to \($0)" } ?? "from \(span.from)"
    }
    return """
      \(Printable.quote(id)) has no rules in force on \(day); it has rules \
      \(Message.alternatives(spans, conjunction: "and"))
      """
  }
}
