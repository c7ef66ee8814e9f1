import Advice
import Quantities

/// What was free to change, in words.
enum FreedomWords {
  /// One or two sentences.
  static func text(_ freedom: Freedom) -> String {
    let style = NumberStyle.grouped
    var free = Freedom.Part.allCases.filter { !freedom.kept.contains($0) }.map(name)
    if let shift = freedom.shift {
      let within = Phrase.text("within.\(shift.within.rawValue)")
      free.append("\(style.percent(shift.share)) of the load within the \(within)")
    }
    free += freedom.batches.map { "when \($0.name) begins" as Message }
    if let battery = freedom.battery {
      free.append(
        """
        a battery of \(style.number(battery.capacity.quantity)) kWh and \
        \(style.number(battery.power)) kW
        """)
    }
    let kept = Freedom.Part.allCases.filter(freedom.kept.contains).map(name)
    let list: Message = free.isEmpty ? "nothing" : free.joined(separator: ", ")
    guard !kept.isEmpty else { return say("Free to change: \(list).") }
    return say("Free to change: \(list). Kept: \(kept.joined(separator: ", ")).")
  }

  private static func name(_ part: Freedom.Part) -> Message {
    switch part {
    case .transformers: return "transformers"
    case .pauses: return "pauses of transformers"
    case .method: return "method of the basic charge"
    case .contract: return "contract demand"
    case .tariff: return "tariff"
    case .compensation: return "capacitors"
    }
  }
}
