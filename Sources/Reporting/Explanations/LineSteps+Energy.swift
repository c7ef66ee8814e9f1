import Billing
import Quantities
import Tariffs
import Use

extension LineSteps {
  /// A register's energy as counted and as billed. [kWh]
  private struct Register {
    let period: PeriodName
    let exact: Quantity
    let billed: Quantity
  }

  private var registers: [Register] {
    bill.determinants.energy.map { register in
      let exact = register.energy.quantity
      let billed = exact.rounded(
        digits: context.rounding.energyDigits, mode: context.rounding.mode)
      return Register(period: register.period, exact: exact, billed: billed)
    }
  }

  /// From the registers to the energy on the line.
  func energy(_ quantity: Quantity) -> [Message] {
    if let steps = changed(quantity) { return steps }
    let registers = registers
    let last = line.charge.split(separator: "/").last.map(String.init)
    guard
      let own = registers.first(where: { $0.period.name == last })
        ?? (registers.count == 1 ? registers.first : nil)
    else { return total(registers) }
    return [counted(own)] + tierSteps(own, registers, quantity)
  }

  /// Where losses were added, sub-meters taken out or the period was cut, the register alone does
  /// not tell the quantity.
  private func changed(_ quantity: Quantity) -> [Message]? {
    var steps: [Message] = []
    for step in line.working {
      switch step {
      case .losses(let metered, let iron, let copper, let own, let reactive):
        steps.append(
          """
          losses on \(style.number(metered)) kWh metered: iron \(style.number(iron)), copper \
          \(style.number(copper)), line \(style.number(own)) kWh; reactive \
          \(style.number(reactive)) kvarh
          """)
      case .subMeter(let name, let energy):
        steps.append("taken out for \(name): \(style.number(energy)) kWh")
      case .days(let from, let to, let days):
        steps.append("\(from) to \(to), of a period of \(days) days")
      case .curve(let count, let mean):
        steps.append("\(count) prices of the curve; on average \(style.number(mean))")
      default: continue
      }
    }
    if let point = line.point { steps.append("sub-meter \(point)") }
    guard !steps.isEmpty else { return nil }
    return registers.map(counted) + steps + ["billed on this line: \(style.number(quantity)) kWh"]
  }

  private func counted(_ register: Register) -> Message {
    let exact = style.number(register.exact)
    let lead = metered(register.period)
    guard register.exact != register.billed else { return "\(lead): \(exact) kWh" }
    return "\(lead): \(exact) → \(style.number(register.billed)) kWh, rounded"
  }

  private func metered(_ period: PeriodName) -> Message {
    switch bill.determinants.coverage {
    case .register:
      return period == .all ? "register" : "register \(PeriodWords.name(period))"
    case .intervals(let present, _):
      let count = style.count(present)
      return period == .all
        ? "sum of the month's \(count) intervals"
        : "sum of the intervals in \(PeriodWords.name(period)), of \(count) in the month"
    }
  }

  private func total(_ registers: [Register]) -> [Message] {
    let sum = registers.reduce(Quantity.zero) { $0 + $1.billed }
    let terms = registers.map { style.number($0.billed) }.joined(separator: " + ")
    var steps = registers.map(counted)
    if registers.count > 1 { steps.append("\(terms) = \(style.number(sum)) kWh") }
    return steps
  }

  /// The slice of a period's energy in one tier of the whole month's.
  private func tierSteps(
    _ own: Register, _ registers: [Register], _ quantity: Quantity
  ) -> [Message] {
    guard registers.count > 1 else { return tiers }
    var steps: [Message] = []
    for case .tier(let number, let from, let upTo) in line.working {
      let lead: Message = "\(tier(number, from, upTo, .kWh)) of the month"
      guard context.version?.energyCharge?.tierAllocation != .chronological else {
        steps.append("\(lead), in the order of use: \(style.number(quantity)) kWh")
        continue
      }
      let sum = registers.reduce(Quantity.zero) { $0 + $1.billed }
      let upper = upTo.map { min($0, sum) } ?? sum
      let q = style.number(own.billed)
      let whole = style.number(sum)
      steps += total(registers).suffix(1)
      steps.append(
        """
        \(lead), a like share of every period: \(q) × \(style.number(upper)) ÷ \(whole) − \
        \(q) × \(style.number(from)) ÷ \(whole) = \(style.number(quantity)) kWh
        """)
    }
    return steps
  }
}
