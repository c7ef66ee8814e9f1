import Documents
import Quantities

/// The meter a row of readings is of.
struct MeterPlace: Hashable {
  /// The supply line; nothing where the account's lines are read together.
  let line: String?
  /// The metering point; nothing where the account's points are read together.
  let point: String?
  /// Whether the point's energy is billed apart.
  let isSubMeter: Bool

  /// The names events may call it by.
  var names: [String] { [line, point].compactMap { $0 } }

  /// What it is called in messages; nothing where the account has one meter.
  var title: Message? {
    if let point { return "point \(Printable.quote(point))" }
    return line.map { "line \(Printable.quote($0))" }
  }
}
