import Billing
import Quantities
import Tariffs
import Testing
import Use

@testable import Reporting

@Suite("Explanations")
struct ExplanationTests {
  /// Every kind of line there is, each with the bill it stands on.
  static func bills() throws -> [(AccountBill, BillingTerms)] {
    var result: [(AccountBill, BillingTerms)] = []
    func bill(
      _ tariff: Tariff, _ account: Account, _ use: [MonthlyReading], given: [String: Price] = [:]
    ) throws {
      let terms = BillingTerms(
        book: tariff.id.hasPrefix("us") ? TariffBook(tariffs: [tariff]) : try Fixtures.book(tariff),
        givenPrices: given)
      result.append((try Biller(terms: terms).bills(for: account, use: .readings(use)), terms))
    }
    for billing in [EnergyCharge.Billing.derived, .published, .components] {
      let tariff = try Fixtures.twoPart(billing)
      for method in BasicChargeMethod.allCases {
        for contract in [nil, "2500", "3000", "4100", "6000"] {
          for reading in ExcessReading.allCases {
            var account = try Fixtures.mill(tariff)
            account.basicCharge = method
            account.contractDemand = try contract.map { try Power($0) }
            account.excessReading = reading
            try bill(tariff, account, [try Fixtures.reading("2026-01")])
          }
        }
      }
      var agent = try Fixtures.mill(tariff)
      agent.energySource = .agentOneAndAHalf
      agent.highVoltageMotors = Power(400)
      try bill(tariff, agent, [try Fixtures.reading("2026-02", demand: "1000.6")])
      try bill(
        tariff, agent, [try Fixtures.reading("2026-02")], given: ["purchase": try Price("0.3845")])
    }
    let wide = try Fixtures.wide()
    try bill(wide, try Fixtures.works(wide), try Fixtures.wideUse())
    return result
  }

  @Test("Every charge of every month can be recomputed from the printed text alone, to the cent")
  func recompute() throws {
    var lineCount = 0
    for (account, terms) in try Self.bills() {
      for bill in account.bills {
        for charge in Set(bill.lines.map(\.charge)) {
          let text = try Explanation(
            ChargeSelector(charge), in: bill.month, of: account, terms: terms
          ).text
          let lines = try PrintedLine.all(in: text)
          let expected = bill.lines.filter { ChargeSelector(charge).selects($0.charge) }
          #expect(lines.map(\.charge) == expected.map(\.charge))
          for (line, expected) in zip(lines, expected) {
            lineCount += 1
            #expect(line.product == expected.exactAmount.units, "\(text)")
            #expect(line.printedProduct == expected.exactAmount.units, "\(text)")
            #expect(line.rounded == expected.amount.units, "\(text)")
            #expect(line.printedAmount == expected.amount.units, "\(text)")
          }
        }
      }
    }
    #expect(lineCount > 500)
  }

  @Test("Every step of arithmetic in an explanation holds")
  func steps() throws {
    var checked = 0
    for (account, terms) in try Self.bills() {
      for bill in account.bills {
        for group in Set(bill.lines.map { $0.charge.prefix { $0 != "/" } }) {
          let explanation = try Explanation(
            ChargeSelector(String(group)), in: bill.month, of: account, terms: terms)
          for line in explanation.lines {
            let steps = LineSteps(
              line: line, bill: bill, account: account.account, context: explanation.context)
            for step in (steps.quantity + steps.price).map(\.description)
            where step.contains(" = ") {
              let claim = try #require(PrintedStep(step), "cannot follow: \(step)")
              #expect(claim.holds, "\(step)")
              checked += 1
            }
          }
        }
      }
    }
    #expect(checked > 300)
  }

  @Test("The last step of a quantity is the quantity on the line")
  func lastStep() throws {
    for (account, terms) in try Self.bills() {
      for bill in account.bills {
        for line in bill.lines {
          let explanation = try Explanation(
            ChargeSelector(line.charge), in: bill.month, of: account, terms: terms)
          guard case .quantity(let quantity, let unit, let price) = line.product,
            unit != .month, unit != .day
          else { continue }
          let steps = LineSteps(
            line: line, bill: bill, account: account.account, context: explanation.context)
          let last = try #require(steps.quantity.last?.description)
          let figure = "\(NumberStyle.plain.number(quantity)) \(unit.rawValue)"
          #expect(last.contains(figure), "\(last) ends in \(figure)")
          let lastPrice = try #require(
            steps.price.map(\.description).last { $0.contains("CNY/") })
          #expect(lastPrice.contains("\(NumberStyle.plain.number(price)) "), "\(lastPrice)")
        }
      }
    }
  }

  static func contract() throws -> (AccountBill, BillingTerms) {
    let tariff = try Fixtures.twoPart()
    let terms = BillingTerms(book: try Fixtures.book(tariff))
    var account = try Fixtures.mill(tariff)
    account.basicCharge = .contractDemand
    account.contractDemand = Power(3000)
    let bills = try Biller(terms: terms).bills(
      for: account, use: .readings([try Fixtures.reading("2026-01")]))
    return (bills, terms)
  }

  @Test("A contract that was exceeded reads as recorded", arguments: ["basic", "energy", "funds"])
  func text(charge: String) throws {
    let (bills, terms) = try Self.contract()
    let explanation = try Explanation(
      ChargeSelector(charge), in: Fixtures.month("2026-01"), of: bills, terms: terms)
    try expectGolden(explanation.text, "explain-\(charge).txt")
  }

  @Test("A power-factor adjustment reads as recorded")
  func powerFactor() throws {
    let (bills, terms) = try Self.contract()
    let explanation = try Explanation(
      ChargeSelector("power-factor"), in: Fixtures.month("2026-01"), of: bills, terms: terms)
    try expectGolden(explanation.text, "explain-power-factor.txt")
    try expectGolden(JSONWriter.document(explanation.json), "explain-power-factor.json")
  }

  @Test("Tiers, windows, ratchets, tax and minimum read as recorded")
  func wide() throws {
    let tariff = try Fixtures.wide()
    let terms = BillingTerms(book: TariffBook(tariffs: [tariff]))
    let bills = try Biller(terms: terms).bills(
      for: try Fixtures.works(tariff), use: .readings(try Fixtures.wideUse()))
    var text = ""
    for charge in ["fixed", "energy/peak", "demand", "reactive", "tax", "minimum"] {
      text +=
        try Explanation(
          ChargeSelector(charge), in: Fixtures.month("2026-02"), of: bills, terms: terms
        ).text + "\n"
    }
    try expectGolden(text, "explain-wide.txt")
    let february = try Biller(terms: terms).bills(
      for: try Fixtures.works(tariff), use: .readings(try Fixtures.wideUse()),
      months: [Fixtures.month("2026-02")])
    try expectGolden(BillReport(accounts: [february], terms: terms).text, "month-wide.txt")
  }

  @Test("A charge that is not on the bill is answered with those that are")
  func unknownCharge() throws {
    let (bills, terms) = try Self.contract()
    let problem = #expect(throws: Problem.self) {
      try Explanation(
        ChargeSelector("energy/peek"), in: Fixtures.month("2026-01"), of: bills, terms: terms)
    }
    #expect(
      problem?.text == """
        error: the bill of 2026-01 has no line "energy/peek"; its lines are basic, energy/peak, \
        energy/flat, energy/valley, funds and power-factor [no-such-line]
           hint: did you mean "energy/peak"?

        """)
    #expect(problem?.exitCode == 3)
  }
}
