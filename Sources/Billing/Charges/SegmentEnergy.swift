import Quantities
import Tariffs
import Use

/// The lines of the energy charge over some days on which neither rules nor prices change.
struct SegmentEnergy {
  let segment: BillingSegment
  /// Days of the whole billing period, of which the tiers are.
  let periodDays: Int
  let registers: [RoundedRegister]
  let context: MonthBilling.BillingContext
  /// How the registers came about.
  let working: [Working]
  let energy: EnergyCharge
  let charge: Charge
  /// The components that apply to the account's class.
  let components: [PriceComponent]

  init(
    _ energy: EnergyCharge, _ charge: Charge, of segment: BillingSegment, periodDays: Int,
    registers: [RoundedRegister], working: [Working], context: MonthBilling.BillingContext
  ) {
    self.energy = energy
    self.charge = charge
    self.segment = segment
    self.periodDays = periodDays
    self.registers = registers
    self.working = working
    self.context = context
    let surchargeClass = segment.account.surchargeClass
    components = energy.components.filter { $0.applies(to: surchargeClass) }
  }

  var account: Account { segment.account }
  var rules: MonthRules { segment.rules }
  var span: DateSpan { segment.span }
  private var rounding: BillRounding { rules.version.rounding }
  /// The month of the year by which period prices are chosen.
  var monthNumber: Int { span.start.month.number }

  /// Adds the lines of the energy charge and of the funds in it.
  func add(to lines: inout [BillLine]) throws(BillingProblem) {
    let periods = self.periods
    let missing = missingColumns(periods)
    guard missing.isEmpty else { throw rules.missing(missing, for: charge.name) }
    switch energy.billing {
    case .published, .derived:
      for period in periods {
        guard let entry = energy.price(of: period, in: monthNumber),
          let register = registers.first(where: { $0.period == period })
        else { continue }
        guard entry.tiers.count > 1 else {
          lines.append(try periodLine(entry, EnergySlice(register)))
          continue
        }
        let slices = EnergySlices(
          energy, registers: registers, determinants: segment.determinants,
          part: (span.dayCount, periodDays))
        for slice in try slices.of(register, entry) {
          lines.append(try periodLine(entry, slice))
        }
      }
    case .components:
      for component in components where !component.hasOwnLine && !isMarket(component) {
        lines += try componentLines(component)
      }
    }
    lines += try marketLines()
    lines += try ownLines()
  }

  /// Whether a component's price is that of the market for this account.
  func isMarket(_ component: PriceComponent) -> Bool {
    account.curve != nil && component.name == "purchase"
  }

  private var days: [Working] {
    span.dayCount == periodDays
      ? [] : [.days(from: span.start, to: span.lastDay, of: periodDays)]
  }

  private func name(_ period: PeriodName) -> String {
    period == .all ? charge.name : "\(charge.name)/\(period)"
  }

  private func periodLine(
    _ entry: PeriodPrice, _ slice: EnergySlice
  ) throws(BillingProblem) -> BillLine {
    let price = try periodPrice(entry, tier: slice.tier)
    var working = self.working + days
    working.append(price.working)
    if slice.quantity != slice.exact { working.append(.roundedEnergy(from: slice.exact)) }
    if entry.tiers.count > 1 {
      working.append(.tier(number: slice.tier + 1, from: slice.from, upTo: slice.upTo))
    }
    return BillLine(
      charge: name(entry.period),
      product: .quantity(slice.quantity, .kWh, price: price.price), rounding: rounding,
      rule: entry.rule, priceOrigin: price.origin, working: working)
  }

  private struct PeriodPriceFound {
    let price: Price
    let origin: PriceOrigin
    let working: Working
  }

  /// The price on a period's line: printed or derived, less what has a line of its own.
  private func periodPrice(
    _ entry: PeriodPrice, tier: Int
  ) throws(BillingProblem) -> PeriodPriceFound {
    let less = try priced(components.filter(\.hasOwnLine))
    let lessSum = less.reduce(Price.zero) { $0 + $1.found.effectivePrice }
    if energy.billing == .published, let column = entry.publishedColumn,
      holdsAsPrinted(column), let printed = rules.price(.column(column))
    {
      return PeriodPriceFound(
        price: printed.price - lessSum, origin: printed.origin,
        working: .publishedPrice(
          column: column, printed: printed.price, less: less.map(\.part)))
    }
    let formula = entry.tiers[tier].formula
    if case .published = formula {
      throw rules.missing([entry.publishedColumn ?? entry.period.name], for: charge.name)
    }
    var literal: MonthRules.FoundPrice?
    if case .price(let source) = formula { literal = try rules.price(source, for: charge.name) }
    let all = try priced(components.filter { !isMarket($0) })
    let total = EnergyCharge.price(
      formula, literal: literal?.price, components: all.map(\.found), rounding: rounding)
    return PeriodPriceFound(
      price: total - lessSum, origin: literal?.origin ?? all.first?.origin ?? .rule,
      working: .derivedPrice(
        formula: literal.map { .price(.literal($0.price)) } ?? formula, parts: all.map(\.part),
        less: less.map(\.part)))
  }

  private struct Priced {
    let found: EnergyCharge.PricedComponent
    let origin: PriceOrigin
    var part: Working.PricePart {
      Working.PricePart(
        name: found.component.name, price: found.price, floats: found.component.floats,
        factor: found.factor)
    }
  }

  private func priced(
    _ components: [PriceComponent]
  ) throws(BillingProblem) -> [Priced] {
    var result: [Priced] = []
    for component in components {
      let found = try rules.price(component.price, for: charge.name)
      let factor = account.energySource.flatMap { component.multiples[$0] } ?? .one
      result.append(
        Priced(
          found: .init(component: component, price: found.price, factor: factor),
          origin: found.origin))
    }
    return result
  }

  /// Whether a printed period price holds for this account: it does not where a component of it is
  /// multiplied for the account's source of energy, or given by the user.
  func holdsAsPrinted(_ column: String) -> Bool {
    if rules.given[column] != nil { return true }
    return components.allSatisfy { component in
      if isMarket(component) { return false }
      if case .column(let name) = component.price, rules.given[name] != nil { return false }
      return (account.energySource.flatMap { component.multiples[$0] } ?? .one) == .one
    }
  }

  /// A component on lines of its own: one per period where it floats, else one.
  private func componentLines(
    _ component: PriceComponent
  ) throws(BillingProblem) -> [BillLine] {
    let priced = try priced([component])
    guard let found = priced.first else { return [] }
    let own = "\(charge.name)/\(component.name)"
    guard component.floats else {
      return [componentLine(own, found, quantity: total(registers), rule: charge.rule)]
    }
    var lines: [BillLine] = []
    for register in registers {
      guard let entry = energy.price(of: register.period, in: monthNumber),
        let formula = entry.tiers.first?.formula
      else { continue }
      let price = EnergyCharge.price(
        formula, literal: nil, components: [found.found], rounding: rounding)
      lines.append(
        BillLine(
          charge: register.period == .all ? own : "\(own)/\(register.period)",
          product: .quantity(register.billed, .kWh, price: price), rounding: rounding,
          rule: entry.rule, priceOrigin: found.origin,
          working: working + days
            + [.derivedPrice(formula: formula, parts: [found.part], less: [])]))
    }
    return lines
  }

  /// The components that are billed apart even from period prices: funds, and what stands outside
  /// the power-factor base.
  private func ownLines() throws(BillingProblem) -> [BillLine] {
    let funds = components.filter(\.isFund)
    var lines: [BillLine] = []
    for component in components where component.hasOwnLine {
      guard let found = try priced([component]).first else { continue }
      let name: String
      if component.isFund {
        name = funds.count == 1 ? "funds" : "funds/\(component.name)"
      } else {
        name = "\(charge.name)/\(component.name)"
      }
      lines.append(
        componentLine(
          name, found, quantity: total(registers), rule: charge.rule,
          isInPowerFactorBase: component.inPowerFactorBase))
    }
    return lines
  }

  private func componentLine(
    _ name: String, _ found: Priced, quantity: Quantity, rule: RuleReference,
    isInPowerFactorBase: Bool = true
  ) -> BillLine {
    BillLine(
      charge: name,
      product: .quantity(quantity, .kWh, price: found.found.effectivePrice), rounding: rounding,
      rule: rule, priceOrigin: found.origin,
      working: days
        + (found.found.factor == .one
          ? [] : [.derivedPrice(formula: .times(.one), parts: [found.part], less: [])]),
      isInPowerFactorBase: isInPowerFactorBase)
  }

  private func total(_ registers: [RoundedRegister]) -> Quantity {
    registers.reduce(.zero) { $0 + $1.billed }
  }
}
