import Advice
import ArgumentParser
import Quantities

/// Load that may move, and a battery.
struct FlexibilityOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Move load to where it costs least: this share of each interval's energy may leave it [%].",
      valueName: "percent"))
  var shiftFlexible: String?

  @Option(
    help: ArgumentHelp("At most this much power is added to an interval [kW].", valueName: "kW"))
  var shiftLimit: String?

  @Option(
    help: ArgumentHelp("No interval that is added to passes this power [kW].", valueName: "kW"))
  var shiftCeiling: String?

  @Option(
    help: ArgumentHelp(
      "Energy is kept over each day, or each week from Monday to Sunday. (default: day)",
      valueName: "day|week"))
  var shiftWithin: String?

  @Option(
    help: ArgumentHelp(
      "A battery: what it holds and its power, such as 2000:500 [kWh:kW].", valueName: "kWh:kW"))
  var storage: String?

  @Option(
    help: ArgumentHelp(
      "What the battery gives back of what it takes, both ways together [%]. (default: 90)",
      valueName: "percent"))
  var efficiency: String?

  @Option(
    help: ArgumentHelp(
      """
      A daily run that may begin at another time: name=kW:minutes@begins today,window[,weekdays], \
      such as furnace=800:240@09:00,00:00-24:00; may be repeated.
      """, valueName: "run"))
  var batch: [String] = []

  /// The load that may move.
  func shift(_ reader: inout FlagReader) -> FlexibleShift? {
    let hint: Message = "add --shift-flexible PERCENT, the share of the energy that may move"
    for (flag, text) in [
      ("--shift-limit", shiftLimit), ("--shift-ceiling", shiftCeiling),
      ("--shift-within", shiftWithin),
    ] { reader.need(shiftFlexible != nil, for: flag, given: text != nil, hint: hint) }
    let share = reader.read(shiftFlexible) { text throws(LeverFault) in
      try FlagFigure.percent(
        text, "--shift-flexible", .zero...(.one), expected: "0 to 100 %",
        hint: "the share of each interval's energy that may leave it, such as 15")
    }
    let limit = reader.read(shiftLimit) { text throws(LeverFault) in
      try FlagFigure.power(text, "--shift-limit", "kW", .zeroOrMore)
    }
    let ceiling = reader.read(shiftCeiling) { text throws(LeverFault) in
      try FlagFigure.power(text, "--shift-ceiling", "kW", .zeroOrMore)
    }
    let within = reader.read(shiftWithin) { text throws(LeverFault) in
      try FlagWord.read(text, "--shift-within", FlexibleShift.Span.allCases)
    }
    return share.map {
      FlexibleShift(share: $0, addedLimit: limit, ceiling: ceiling, within: within ?? .day)
    }
  }

  /// The battery.
  func battery(_ reader: inout FlagReader) -> Battery? {
    reader.need(
      storage != nil, for: "--efficiency", given: efficiency != nil,
      hint: "add --storage KWH:KW, such as 2000:500")
    let kept = self.kept(&reader)
    return reader.read(storage) { text throws(LeverFault) in
      try Self.battery(text[...], "--storage", kept)
    }
  }

  /// What a battery gives back of what it takes. [fraction of one]
  func kept(_ reader: inout FlagReader) -> Rate? {
    reader.read(efficiency) { text throws(LeverFault) in
      try FlagFigure.percent(
        text, "--efficiency", Rate.one.hundredth...(.one), expected: "1 to 100 %",
        hint: "percent, such as 90")
    }
  }

  /// A battery as a flag writes it.
  static func battery(
    _ text: Substring, _ flag: String, _ kept: Rate?
  ) throws(LeverFault) -> Battery {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw LeverFault(
        message: "\(flag) is \"\(text)\"; what the battery holds and its power are expected",
        hint: "with a colon between, in kWh and kW, such as 2000:500")
    }
    return Battery(
      capacity: try FlagFigure.energy(parts[0], flag),
      power: try FlagFigure.power(parts[1], flag, "kW", .aboveZero),
      roundTripEfficiency: kept ?? Battery.usualEfficiency)
  }

  /// The runs that may move.
  func batches(_ reader: inout FlagReader) -> [Batch] {
    let batches = reader.read(batch) { text throws(LeverFault) in try BatchFlag.read(text) }
    var seen: Set<String> = []
    for batch in batches where !seen.insert(batch.name).inserted {
      reader.refuse("--batch: \"\(batch.name)\" stands twice", hint: "give each run its own name")
    }
    return batches
  }
}

extension Rate {
  /// One per cent of it.
  fileprivate var hundredth: Rate { Rate(units: units / 100) }
}
