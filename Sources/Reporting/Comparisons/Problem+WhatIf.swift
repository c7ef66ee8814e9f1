import Advice
import Billing
import Documents
import Quantities
import Use

extension Problem {
  /// Why there is no comparison, in words.
  package static func list(
    of failure: WhatIf.Failure, account: Account, tariffGiven: Bool
  ) -> [Problem] {
    switch failure {
    case .billing(let failure):
      return list(of: failure, account: account, tariffGiven: tariffGiven)
    case .lever(_, let problem): return [Problem(problem)]
    }
  }

  /// Why a lever cannot be applied, in words.
  package init(_ problem: LeverProblem) {
    switch problem {
    case .sharesDoNotAddUp(let sum):
      self.init(
        code: "shares-do-not-add-up",
        message: "the shares add up to \(sum.percentText) %; 100 % is expected, none below zero",
        exitCode: 64)
    case .sharesDoNotMatch(let named, let periods):
      self.init(
        code: "shares-do-not-match",
        message:
          """
          shares are given for \(named.map(\.name).joined(separator: ", ")); the tariff has the \
          periods \(periods.map(\.name).joined(separator: ", "))
          """,
        hint: """
          give each period its share, such as \(periods.map { "\($0)=…" }.joined(separator: ","))
          """,
        exitCode: 64)
    case .periodWithoutHours(let period, let month):
      self.init(
        code: "period-without-hours",
        message: "\(month) has no \(period) hours that energy could be moved to",
        hint: "give \(period) the share 0, or compare months that have such hours", exitCode: 3)
    case .noPeriods(let month):
      self.init(
        code: "no-rules-in-force",
        message: "no rules are in force in \(month) that would tell its periods", exitCode: 3)
    case .flexibleShare(let share):
      self.init(
        code: "flexible-share",
        message: "a flexible share of \(share.percentText) % was given; 0 to 100 % is expected",
        hint: "the share of each interval's energy that may leave it, such as 15", exitCode: 64)
    case .ceilingBelowRest(let ceiling, let rest, let time):
      self.init(
        code: "ceiling-below-rest",
        message:
          "the load is to stay within \(ceiling) kW, but at \(TimeWords.moment(time)) \(rest) kW cannot be moved",
        hint: "raise the ceiling, or let a larger share move", exitCode: 3)
    case .noRoom(let time):
      self.init(
        code: "no-room",
        message: "the limits leave no room for the energy of the day or week from \(time.date)",
        hint: "raise the ceiling or the limit on added power", exitCode: 3)
    case .needsIntervals:
      self.init(
        code: "needs-intervals",
        message: "register readings do not tell when energy was used, which this change needs",
        hint: "give interval data in load.csv or load/", exitCode: 3)
    case .severalLines:
      self.init(
        code: "several-lines",
        message:
          "the load is metered on several supply lines; which of them would change is unknown",
        hint: "ask about each line as an account of its own", exitCode: 3)
    case .noSinglePart(let tariff):
      self.init(
        code: "no-single-part",
        message: "\(tariff) names no single-part tariff beside it",
        hint: "name one with --tariff; `tariffwise tariffs` lists them", exitCode: 3)
    case .unknownUnit(let unit, let known):
      self.init(
        code: "unknown-unit",
        message: "there is no transformer \(Printable.quote(unit))",
        hint: known.isEmpty
          ? "the account has no transformers"
          : "there is \(Printable.alternatives(known, conjunction: "and"))", exitCode: 64)
    case .noContract(let method):
      self.init(
        code: "no-contract",
        message: method.map { "no contract demand is billed by the method \($0.rawValue)" }
          ?? "no contract demand is billed",
        hint: "add --basic-charge contract-demand", exitCode: 3)
    case .battery(let battery):
      self.init(
        code: "battery",
        message:
          """
          a battery of \(battery.capacity.quantity) kWh and \(battery.power) kW with \
          \(battery.roundTripEfficiency.percentText) % efficiency was given; energy and power above \
          zero, and an efficiency above 0 and up to 100 %, are expected
          """,
        hint: "such as --storage 2000:500 --efficiency 90", exitCode: 64)
    case .batch(let fault): self.init(fault)
    case .compensation(let problem): self.init(problem)
    case .unbilled(let failure):
      self.init(
        code: "no-bill",
        message: failure.problems.first.map { Problem($0).sentence }
          ?? "the account cannot be billed", exitCode: 3)
    }
  }

  /// Why batches cannot be moved, in words.
  private init(_ fault: BatchFault) {
    switch fault {
    case .notWholeIntervals(let batch, let seconds):
      self.init(
        code: "batch-intervals",
        message:
          """
          batch \(Printable.quote(batch)) does not begin or last in whole intervals of \
          \(seconds / 60) minutes, which the load has
          """,
        hint: "round its start and its run time", exitCode: 64)
    case .presentOutsideWindow(let batch):
      self.init(
        code: "batch-window",
        message: "batch \(Printable.quote(batch)) runs outside its own window at present",
        hint: "widen the window, or correct the present start", exitCode: 64)
    case .notInLoad(let batch, let time, let load, let batches):
      self.init(
        code: "batch-not-in-load",
        message:
          """
          batch \(Printable.quote(batch)) is not in the load: at \(TimeWords.moment(time)) it is \(load) kW, and the \
          batches are said to draw \(batches) kW
          """,
        hint: "correct the power, the present start or the days of the batch", exitCode: 3)
    }
  }

  /// Why no capacitors can be sized, in words.
  private init(_ problem: CompensationProblem) {
    switch problem {
    case .noReactive(let month):
      self.init(
        code: "no-reactive", message: "the reactive energy of \(month) is not metered",
        hint: "add kvarh_forward to readings.csv, or kvarh to the load", exitCode: 3)
    case .noUse:
      self.init(code: "no-use", message: "no month has any energy", exitCode: 3)
    case .noStep(let step):
      self.init(
        code: "capacitor-step", message: "a step of \(step) kvar is no step", exitCode: 64)
    case .unreachable(let months):
      let worst = months.min { $0.reachable < $1.reachable }
      let list = MonthWords.list(months.map(\.month))
      let reached: Message = worst.map { "; in \($0.month) they reach \($0.reachable)" } ?? ""
      self.init(
        code: "power-factor-unreachable",
        message: "no capacitors reach that power factor in \(list)\(reached)",
        hint: "what is fed back counts as well: it comes from banks that are always on",
        exitCode: 3)
    }
  }
}
