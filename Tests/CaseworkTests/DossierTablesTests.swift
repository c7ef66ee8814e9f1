import Casework
import Documents
import Quantities
import Testing
import Use

@Suite("The tables of a dossier")
struct DossierTablesTests {
  private typealias Folder = DossierFolderTests

  @Test("Supply lines, by English and Chinese headings alike")
  func lines() throws {
    let expected = [
      SupplyLine(id: "1", capacity: Power(2000)),
      SupplyLine(
        id: "2", capacity: Power(1000), highVoltageMotors: Power(300), contractDemand: Power(700),
        standby: .cold),
    ]
    let english = try Folder.onlyAccount([
      "lines.csv":
        "account,line,capacity_kva,hv_motors_kw,contract_demand_kw,standby\nA,1,2000,,,\nA,2,1000,300,700,cold\n"
    ])
    let chinese = try Folder.onlyAccount([
      "lines.csv": "线路,容量（kVA）,高压电动机容量,合同最大需量,备用\n1,2000,,,无\n2,1000,300,700,冷备用\n"
    ])
    #expect(english.lines == expected)
    #expect(chinese.lines == expected)
  }

  @Test("The main point sets how the account is metered; sub-meters are billed apart")
  func points() throws {
    let account = try Folder.onlyAccount([
      "points.csv": """
      point,role,multiplier,metering_side,sub_method,sub_value,taken_from,tariff,voltage,in_power_factor_base,line_loss_percent
      M,main,4000,lv,,,,,,,1.5
      office,sub,,,ratio,12.5,flat,t2,below-1kV,yes,
      dormitory,sub,,,quantity,3000,pro-rata,t3,,no,
      canteen,sub,30,,meter,,,t3,,,
      """
    ])
    #expect(account.multiplier == Rate(4000))
    #expect(account.meteringSide == .lowVoltage)
    #expect(account.lineLoss == (try Rate("0.015")))
    #expect(
      account.subMeters == [
        SubMeter(
          id: "office", measure: .ratio(try Rate("0.125")), takenFrom: .flat, tariff: "t2",
          voltage: .below1kV, isInPowerFactorBase: true),
        SubMeter(
          id: "dormitory", measure: .quantity(Energy(kilowattHours: 3000)), takenFrom: .proRata,
          tariff: "t3", voltage: nil, isInPowerFactorBase: false),
        SubMeter(
          id: "canteen", measure: .meter, takenFrom: .proRata, tariff: "t3", voltage: nil,
          isInPowerFactorBase: false),
      ])
  }

  @Test("Transformers one by one, each a group of its own")
  func transformers() throws {
    let account = try Folder.onlyAccount([
      "transformers.csv": """
      id,kva,type,state,p0_kw,pk_kw,i0_percent,uk_percent
      T1,1000,S11-M-1000/10,in-use,1.15,10.3,0.6,4.5
      T2,630,S11-M-630/10,hot,,,,
      T3,315,,冷备用,0.48,,,
      """
    ])
    #expect(
      account.units == [
        InstalledUnit(
          id: "T1", capacity: Power(1000), group: 0,
          losses: InstalledUnit.Losses(
            noLoad: try Power("1.15"), load: try Power("10.3"), noLoadCurrent: try Rate("0.006"),
            shortCircuitVoltage: try Rate("0.045"))),
        InstalledUnit(id: "T2", capacity: Power(630), group: 1, standby: .hot),
        InstalledUnit(
          id: "T3", capacity: Power(315), group: 2, standby: .cold,
          losses: InstalledUnit.Losses(
            noLoad: try Power("0.48"), load: nil, noLoadCurrent: nil, shortCircuitVoltage: nil)),
      ])
  }

  @Test("Events in the order of their days; units go by name, or by rating")
  func events() throws {
    let account = try Folder.onlyAccount([
      "accounts.csv": "account,tariff,transformers\nA,t,1000+630\n",
      "events.csv": """
      date,event,transformer,value
      2026-05-01,add,T9,400
      2026-03-01,pause,630,
      2026-04-01,恢复,630,
      2026-05-02,pause,400,
      2026-06-01,replace,1000,1250
      2026-06-02,remove,1000,
      2026-07-01,contract,,900
      2026-07-01,method,,contract-demand
      2026-08-01,tariff,,t2
      2026-08-01,voltage,,交流10kV
      2026-08-03,换表,,
      """,
    ])
    let changes: [(String, AccountEvent.Change)] = [
      ("2026-03-01", .pause(unit: "630")), ("2026-04-01", .resume(unit: "630")),
      ("2026-05-01", .add(unit: "T9", capacity: Power(400))), ("2026-05-02", .pause(unit: "T9")),
      ("2026-06-01", .replace(unit: "1000", capacity: Power(1250))),
      ("2026-06-02", .remove(unit: "1000")), ("2026-07-01", .contract(Power(900))),
      ("2026-07-01", .method(.contractDemand)), ("2026-08-01", .tariff("t2")),
      ("2026-08-01", .voltage(.from1To10kV)),
    ]
    #expect(account.events.map(\.date.description) == changes.map(\.0))
    #expect(account.events.map(\.change) == changes.map(\.1))
  }

  @Test("Adjustments by amount, or by energy and price")
  func adjustments() throws {
    let account = try Folder.onlyAccount([
      "adjustments.csv": """
      month,charge,kwh,price,amount,in_power_factor_base
      2026-01,adjustment/green,1000,0.03,,yes
      2026-02,退补,,,-12.34,
      """
    ])
    let months = try ["2026-01", "2026-02"].map { try #require(Month(iso: $0)) }
    #expect(
      account.adjustments == [
        Adjustment(
          month: months[0], name: "green", value: .energy(Quantity(1000), price: try Price("0.03")),
          isInPowerFactorBase: true),
        Adjustment(
          month: months[1], name: "退补", value: .amount(try Money("-12.34")),
          isInPowerFactorBase: false),
      ])
  }

  @Test("A curve's own rows go before those of everybody; who buys elsewhere has none")
  func curve() throws {
    let dossier = try Folder.open([
      "accounts.csv": "account,tariff,energy_source\nA,t,market\nB,t,\nC,t,agent\nD,t,agent\n",
      "curve.csv": """
      account,date,month,from,price
      ,,2026-01,08:00,0.5
      ,,2026-01,00:00,0.3
      ,2026-01-02,,00:00,-0.01
      B,,2026-01,00:00,0.4
      D,,2026-01,00:00,0.6
      """,
    ])
    func prices(_ account: Int, _ day: String) throws -> [String]? {
      let day = try #require(CalendarDate(iso: day))
      return dossier.accounts[account].account.curve?.steps(on: day)?
        .map { "\($0.from) \($0.price)" }
    }
    #expect(try prices(0, "2026-01-01") == ["00:00 0.3", "08:00 0.5"])
    #expect(try prices(0, "2026-01-02") == ["00:00 -0.01"])
    #expect(try prices(0, "2026-02-01") == nil)
    #expect(try prices(1, "2026-01-02") == ["00:00 0.4"])
    #expect(dossier.accounts[2].account.curve == nil)
    #expect(try prices(3, "2026-01-02") == ["00:00 0.6"])
  }

  @Test("Issued bills are kept with their places; a charge may stand on several lines")
  func issued() throws {
    let dossier = try Folder.open([
      "issued.csv":
        "month,charge,amount\n2026-01,basic,240000.00\n2026-01,basic,1.50\n2026-01,total,-3\n"
    ])
    #expect(dossier.issued.map(\.account) == ["A", "A", "A"])
    #expect(dossier.issued.map(\.charge) == ["basic", "basic", "total"])
    #expect(
      dossier.issued.map(\.amount) == [Money(240_000), try Money("1.50"), Money(-3)])
    #expect(
      dossier.issued.map(\.place.location) == [
        SourceLocation(line: 2, column: 15), SourceLocation(line: 3, column: 15),
        SourceLocation(line: 4, column: 15),
      ])
  }
}
