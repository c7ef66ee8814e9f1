import Advice
import Billing
import Quantities

extension OptimumReport {
  /// The optimum as text: how far down the bill goes, how sure that is, what to file and what else
  /// was weighed.
  package var text: String {
    var lines = comparison.heading
    lines += Paragraph.lines(FreedomWords.text(optimum.freedom))
    lines += TextBlock.section(say("From the bill as it stands to the cheapest"), waterfall)
    lines += Paragraph.lines(certainty, lead: "  ")
    for detail in comparison.details { lines += TextBlock.section(detail.title, detail.lines) }
    lines += TextBlock.section(
      say("What to file, if the months to come are like these"), calendar)
    lines += TextBlock.section(say("What the changes cost to make"), paybacks)
    lines += TextBlock.section(say("How it depends on transformers and load"), dependence)
    lines += TextBlock.section(say("The contract demand to come"), forecast)
    let notes = comparison.notes
    if !notes.isEmpty { lines.append("") }
    lines += notes.flatMap { TextBlock.lines($0, lead: say("Note  ")) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var style: NumberStyle { .grouped }
  private var before: AccountBill { optimum.comparison.baseline }
  private var after: AccountBill { optimum.comparison.scenario }

  private func money(_ amount: Money) -> String {
    "\(style.number(amount, digits: 2)) \(currency)"
  }

  private var waterfall: [String] {
    let levers = optimum.comparison.levers
    var table = TextTable([
      .init(.left, gap: 2), .init(.left), .init(.right), .init(.left, gap: 2),
    ])
    table.add(["", "", currency])
    let sums = levers.reduce(into: [before.total]) { $0.append(($0.last ?? .zero) - $1.saving) }
    let bars = WaterfallBar(sums)
    table.add([
      say("as it stands"), "", style.number(before.total, digits: 2), bars.sum(before.total),
    ])
    for (index, lever) in levers.enumerated() {
      let change =
        lever.countedWith.map { say("with \(LeverWords.name($0))") }
        ?? style.number(.zero - lever.saving, digits: 2)
      table.add([
        LeverWords.name(lever.lever), LeverChange.text(lever), change,
        bars.change(from: sums[index], to: sums[index + 1]),
      ])
    }
    guard !levers.isEmpty else { return table.lines }
    table.addRule(under: [2])
    table.add([
      say("cheapest"), perKilowattHour, style.number(after.total, digits: 2), bars.sum(after.total),
    ])
    return table.lines
  }

  private var perKilowattHour: String {
    guard let now = before.averagePrice, let then = after.averagePrice else { return "" }
    return say("\(style.number(then, digits: 4)) per kWh, not \(style.number(now, digits: 4))")
  }

  /// Whether anything else could be cheaper.
  private var certainty: String {
    let isNothing = optimum.comparison.levers.isEmpty
    let lead: Message = isNothing ? "Nothing that is free to change saves anything. " : ""
    guard let bound = optimum.lowerBound, let gap else {
      return say(
        """
        \(lead)How much cheaper another choice could be is not known: no bound is worked out \
        \(unbound).
        """)
    }
    guard !optimum.isOptimal else {
      return say(
        isNothing
          ? "Nothing saves: within this freedom nothing is cheaper than the bill as it stands."
          : "Optimal: nothing within this freedom is cheaper.")
    }
    let share: Message = Rate(gap, over: after.total).map { " (\(Self.small($0)))" } ?? ""
    return say(
      """
      \(lead)No choice costs less than \(money(bound)): another one could be cheaper by \
      \(money(gap))\(share) at the most.
      """)
  }

  /// Where no bound is worked out.
  private var unbound: Message {
    guard optimum.freedom.batches.isEmpty else { return "where daily runs are free" }
    guard optimum.freedom.battery == nil else {
      return """
        where a battery's losses could move the power factor or reach a discount, nor where a \
        price hangs on how much is used
        """
    }
    return "where a month's bill hangs on other months, or a price on how much is used"
  }

  /// A small share in percent with digits enough to tell it from nothing.
  private static func small(_ share: Rate) -> String {
    let percent = Rate(units: share.units * 100)
    let digits = [2, 3, 4, 5].first { percent.rounded(digits: $0) > .zero } ?? 6
    return "\(NumberStyle.grouped.number(percent, digits: digits)) %"
  }

  private var calendar: [String] {
    let filings = optimum.filings
    guard !filings.isEmpty else { return [] }
    var table = TextTable([.init(.left, gap: 2), .init(.left), .init(.left), .init(.left)])
    table.add(["", say("in force from"), say("file by"), ""])
    var cited: String?
    for filing in filings {
      let source = filing.rule?.source?.citation
      table.add([
        FilingWords.text(filing.change), filing.inForce.description,
        filing.fileBy?.description ?? say("no term known"), source == cited ? "" : source ?? "",
      ])
      cited = source
    }
    guard filings.contains(where: { $0.fileBy != nil }) else { return table.lines }
    return table.lines
      + TextBlock.lines(
        say(
          """
          Working days are counted from Monday to Friday; file earlier where holidays lie between.
          """),
        lead: "  ")
  }

  private var paybacks: [String] {
    let paybacks = optimum.paybacks
    guard !paybacks.isEmpty else { return [] }
    var table = TextTable([
      .init(.left, gap: 2), .init(.right), .init(.right), .init(.left),
    ])
    table.add(["", "", currency, say("pays for itself")])
    for payback in paybacks {
      table.add([
        PaybackWords.name(payback.lever),
        "\(style.number(payback.quantity)) \(PaybackWords.unit(payback.lever))",
        style.number(payback.investment, digits: 2), PaybackWords.time(payback.months),
      ])
    }
    return table.lines
  }

  private var dependence: [String] {
    let found = optimum.sensitivity
    let capacities = DependenceTable(currency: currency).lines(
      found.capacities.map { ("\(style.number($0.capacity)) kVA", $0.total) })
    let shares = DependenceTable(currency: currency).lines(
      found.shares.map { (say("\(style.percent($0.share)) of the load free to move"), $0.total) })
    let batteries = found.batteries.map { point in
      "  "
        + say(
          """
          A battery of \(style.number(point.battery.capacity.quantity)) kWh and \
          \(style.number(point.battery.power)) kW saves \(style.number(point.saving, digits: 2)) \
          \(currency) beside the rest.
          """)
    }
    let tables = capacities + (capacities.isEmpty || shares.isEmpty ? [] : [""]) + shares
    guard !tables.isEmpty else { return batteries }
    let note: Message =
      shares.isEmpty
      ? "Each with the best of all else."
      : "Each with the best of all else, before rounding and with a contract for each month."
    return tables + TextBlock.lines(say(note), lead: "  ") + batteries
  }

  private var forecast: [String] {
    guard let forecast = optimum.forecast else { return [] }
    let words = ForecastWords(
      forecast: forecast, currency: currency, growth: optimum.freedom.growth,
      isByContract: after.bills.last?.method == .contractDemand)
    return Paragraph.lines(words.text, lead: "  ")
  }
}
