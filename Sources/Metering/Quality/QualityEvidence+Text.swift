import Quantities

extension QualityEvidence {
  func text(account: Message, count: Int) -> Message {
    let counted = Message.counted
    switch self {
    case .zeroRuns(let first, let longest, let intervals):
      let whole: Message = "account \(account) draws nothing for \(longest.duration)"
      if count == 1 {
        return "\(whole) from \(first.start): an outage, a shutdown or lost data"
      }
      return
        """
        account \(account) draws nothing for 6 h and more \(count) times, \(intervals) intervals in \
        all, first from \(first.start), longest for \(longest.duration) from \(longest.start): \
        outages, shutdowns or lost data
        """
    case .stuck(let first, let longest, let power):
      let whole: Message =
        """
        \(longest.intervals) intervals of account \(account) in a row show the same \(power) kW, \
        from \(longest.start) on, while the values around them vary
        """
      if count == 1 { return whole }
      return "\(whole); there are \(count) such runs, the first from \(first.start)"
    case .spikeWorth(let spike, let metered, let without):
      let next: Message = spike.next.map { ", \($0.power) kW," } ?? ""
      return
        """
        the bill of account \(account) for \(spike.month) is \(metered.text(digits: 2)) with the \
        \(spike.power) kW at \(spike.start) in it, and \(without.text(digits: 2)) with the \
        month's next highest value\(next) in place of all above it
        """
    case .spike(let spike, let above):
      let more: Message = count > 1 ? ", the highest of \(count) such values" : ""
      let capacity: Message = above.map { ", above the \($0) kVA that are installed" } ?? ""
      let next: Message =
        spike.next.map {
          "; the next highest of \(spike.month) is \($0.power) kW at \($0.start)"
        } ?? ""
      return
        """
        account \(account) draws \(spike.power) kW at \(spike.start), far more than in the rest of \
        its day and month\(capacity)\(more)\(next)
        """
    case .aboveCapacity(let first, let highest, let capacity):
      return
        """
        \(counted(count, "interval")) of account \(account) above the \(capacity) kVA that are \
        installed, the first at \(first), the highest \(highest) kW
        """
    case .unusualPeak(let peak, let start):
      return
        """
        account \(account) draws up to \(peak) kW, at \(start): few accounts draw more than 100 MW, \
        and its capacity is not given
        """
    case .implausible(let peak, let start, let capacity, let fits):
      let fit: Message =
        fits.isEmpty
        ? "no slip in the unit or the multiplier would bring it below"
        : "it would fit \(UnitSlip.words(fits))"
      return
        """
        account \(account) draws up to \(peak) kW, at \(start), but only \(capacity) kVA are \
        installed; \(fit)
        """
    case .zeroRow(let first, let channels):
      let what: Message =
        channels == 1
        ? "account \(account) draws nothing" : "every channel of account \(account) is zero"
      return
        """
        \(what) for \(counted(count, "single interval")), \(count == 1 ? "" : "the first ")at \
        \(first), but before and after it \(channels == 1 ? "does" : "is not"): a missing record may have been \
        written as zero
        """
    case .coverage(let held, let partial):
      let months: [Message] = partial.map { "\($0.days) of the \($0.expected) days of \($0.month)" }
      return
        """
        the intervals of account \(account) run from \(held.start) to \(held.lastDay): \
        \(months.joined(separator: ", "))
        """
    default:
      return registerText(account: account, count: count)
    }
  }

  private func registerText(account: Message, count: Int) -> Message {
    switch self {
    case .sumCheck(let source, let months, let fits):
      guard let worst = Self.worst(months) else { return account }
      let other: Message =
        switch source {
        case .register: "the registers say"
        case .issued: "the issued bill says"
        }
      let more: Message = months.count > 1 ? "; \(months.count) months differ" : ""
      let fit: Message = fits.isEmpty ? "" : "; they would agree \(UnitSlip.words(fits))"
      return
        """
        \(worst.found) kWh were metered of account \(account) in \(worst.month), but \(other) \
        \(worst.expected) kWh\(Self.excess(worst))\(more)\(fit)
        """
    case .registerSum(let months, let twice):
      guard let worst = Self.worst(months) else { return account }
      let more: Message = months.count > 1 ? "; \(months.count) months differ" : ""
      let double: Message = twice.map { "; without \($0) they would agree" } ?? ""
      return
        """
        the period registers of account \(account) add up to \(worst.found) kWh in \(worst.month), \
        but the total register says \(worst.expected) kWh\(Self.excess(worst))\(more)\(double)
        """
    case .periodCheck(let month, let periods, let shift):
      let list: [Message] = periods.map { "\($0.period) \($0.metered) and \($0.register)" }
      let more: Message = count > 1 ? "; \(count) months differ" : ""
      let moved: Message =
        switch shift {
        case .earlier: "; one interval earlier they would agree"
        case .later: "; one interval later they would agree"
        case nil: ""
        }
      return
        """
        energy by period of account \(account) in \(month), in kWh by intervals and by registers: \
        \(list.joined(separator: ", "))\(moved)\(more)
        """
    case .demandCheck(let months, let fits):
      guard let worst = Self.worst(months) else { return account }
      let start: Message = worst.start.map { " at \($0)" } ?? ""
      let line: Message = worst.line.map { " on line \($0)" } ?? ""
      let more: Message = months.count > 1 ? "; \(months.count) months differ" : ""
      let fit: Message = fits.isEmpty ? "" : "; they would agree \(UnitSlip.words(fits))"
      return
        """
        the highest demand of account \(account) in \(worst.month)\(line) is \(worst.metered) kW by \
        its intervals\(start), but \(worst.register) kW by the register\(more)\(fit)
        """
    default:
      return repairText(account: account, count: count)
    }
  }

  private func repairText(account: Message, count: Int) -> Message {
    switch self {
    case .filled(let rule, let first, let energy):
      return
        """
        \(Message.counted(count, "interval")) of account \(account) without a value, the first at \
        \(first), were filled \(rule.words), as asked: \(energy) kWh
        """
    case .refused(let month, let reason):
      return "\(month) of account \(account) was left as it is: \(Self.words(reason))"
    case .scaled(let months):
      let list: [Message] = months.prefix(12).map {
        "\($0.month) from \($0.found) to \($0.expected) kWh"
      }
      return
        """
        the intervals of account \(account) were scaled to the registers, as asked: \
        \(list.joined(separator: ", "))
        """
    default:
      return account
    }
  }

  private static func words(_ reason: RepairRefusal) -> Message {
    switch reason {
    case .negative(let present, let register):
      return
        "the intervals that are there hold \(present) kWh, more than the register's \(register) kWh"
    case .notSpanned: return "the intervals do not span the month that its register is for"
    case .gaps(let count): return "\(Message.counted(count, "interval")) of it missing"
    case .nothingToScale: return "every interval is zero, so that there is nothing to scale"
    case .tooLarge: return "an interval would have a mean power of 10 GW or more"
    }
  }

  private static func excess(_ figure: EnergyComparison) -> Message {
    figure.excess.map { ", which is \($0)" } ?? ""
  }

  /// The month that differs most, the first of equal ones.
  private static func worst(_ months: [EnergyComparison]) -> EnergyComparison? {
    months.max { ($0.difference, $1.month) < ($1.difference, $0.month) }
  }

  private static func worst(_ months: [DemandComparison]) -> DemandComparison? {
    months.max {
      (($0.metered - $0.register).magnitude, $1.month)
        < (($1.metered - $1.register).magnitude, $0.month)
    }
  }
}
