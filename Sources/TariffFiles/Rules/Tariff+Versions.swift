import Documents
import Tariffs

extension Tariff {

  /// That no version is in force on a day, and when there is one.
  func lacksVersion(on day: String) -> String {
    let spans = versions.map(\.inForce.description)
    return "\(Printable.quote(id)) has no rules in force on \(day); it has rules "
      + Printable.alternatives(
        spans.map { $0.hasPrefix("from") ? $0 : "from \($0)" }, conjunction: "and")
  }
}
