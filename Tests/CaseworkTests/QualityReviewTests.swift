import Billing
import Casework
import Foundation
import Metering
import Quantities
import TariffFiles
import TestSupport
import Testing
import Use

/// January 2013 under Hunan's hours: 1 kWh a quarter of an hour in the valley (0–7 and 23–24), 2 in
/// flat (7–8, 11–15, 22–23), 3 in peak (8–11, 15–19) and 4 in sharp hours (19–22).
///
/// Over 31 days these are 32 × 31 × 1 = 992, 24 × 31 × 2 = 1488, 28 × 31 × 3 = 2604 and
/// 12 × 31 × 4 = 1488 kWh, 6572 kWh in all, and the highest demand is 16 kW.
@Suite("Intervals held against registers and bills (Q14 to Q17)")
struct QualityReviewTests {
  private static let tariff = "cn-hunan-large-industry-2013"
  private static let registers = "kwh_sharp,kwh_peak,kwh_flat,kwh_valley"

  static func kilowattHours(at slot: Int) -> Int {
    switch (slot + 96) % 96 / 4 {
    case 0..<7, 23: return 1
    case 7, 11..<15, 22: return 2
    case 8..<11, 15..<19: return 3
    default: return 4
    }
  }

  static func load(
    shift: Int = 0, heading: String = "kWh", scale: (Int) -> String = { "\($0)" },
    gap: Int? = nil
  ) -> String {
    let heads = (1...96).map { "p\($0)" }.joined(separator: ",")
    return "account,date,quantity,\(heads)\n"
      + (1...31).map { day in
        let cells = (0..<96).map { slot in
          gap == slot && day == 1 ? "" : scale(kilowattHours(at: slot - shift))
        }
        return "A,2013-01-\(day < 10 ? "0" : "")\(day),\(heading),"
          + cells.joined(separator: ",") + "\n"
      }.joined()
  }

  /// The findings about an account that are not about its values alone.
  static func findings(
    load: String? = nil, readings: String? = nil, issued: String? = nil,
    account: String = "account,tariff\nA,\(tariff)\n"
  ) throws -> [LoadFinding] {
    var tables = ["accounts.csv": account]
    tables["load.csv"] = load
    tables["readings.csv"] = readings
    tables["issued.csv"] = issued
    let dossier = try DossierFolderTests.open(tables)
    let book = try TariffLibrary(folders: [TestPlaces.path("tariffs")]).load(ids: [tariff])
    let entry = try #require(dossier.accounts.first)
    return AccountReview.findings(
      of: entry, issued: dossier.issued,
      terms: BillingTerms(book: book, asOf: Month(iso: "2013-06")))
  }

  private static func register(_ columns: String, _ values: String) -> String {
    "account,month,\(columns)\nA,2013-01,\(values)\n"
  }

  @Test("Registers and intervals that agree give no finding")
  func agree() throws {
    let readings = Self.register(
      "\(Self.registers),kwh_total,max_demand_kw", "1488,2604,1488,992,6572,16")
    #expect(try Self.findings(load: Self.load(), readings: readings).isEmpty)
  }

  @Test(
    "The sum check: 0.1 % is nothing, beyond it a warning, above 2 % an error",
    arguments: [
      // 6.572 kWh are 0.1 % of 6572; 6578 is 6 more, 6579 is 7 more.
      ("6578", nil), ("6579", LoadFindingSeverity.warning), ("6565", .warning),
      // 6572 ÷ 0.98 = 6706.1.
      ("6706", .warning), ("6707", .error),
    ] as [(String, LoadFindingSeverity?)])
  func sums(_ total: String, _ severity: LoadFindingSeverity?) throws {
    let readings = Self.register("kwh_total", total)
    let found = try Self.findings(load: Self.load(), readings: readings)
    #expect(found.map(\.severity) == (severity.map { [$0] } ?? []))
    #expect(found.allSatisfy { $0.code == .sumCheck })
  }

  @Test("Two counts of the dial are nothing: with a multiplier of 400, 800 kWh, and 1200 are told")
  func counts() throws {
    let account = "account,tariff,multiplier\nA,\(Self.tariff),400\n"
    for (total, told) in [("7200", false), ("7600", true)] {
      // 7200 = 18 × 400, 7600 = 19 × 400: 628 and 1028 kWh more than 6572.
      let readings = Self.register("kwh_total", total)
      let found = try Self.findings(load: Self.load(), readings: readings, account: account)
      #expect(found.isEmpty != told)
    }
  }

  @Test("Of a month with a gap only more than the register is told")
  func gap() throws {
    // The gap at 0:00 on the 1st leaves 6571 kWh.
    for (total, told) in [("6000", true), ("7000", false)] {
      let found = try Self.findings(
        load: Self.load(gap: 0), readings: Self.register("kwh_total", total))
      #expect(found.contains { $0.code == .sumCheck } == told)
    }
  }

  @Test("kW read as kWh, W as kW, and a multiplier left out or applied twice are named")
  func slips() throws {
    let account = "account,tariff,multiplier\nA,\(Self.tariff),40\n"
    for (total, fit) in [
      ("1643", "times 1/4 (kW taken for kWh of an interval)"),
      ("26288", "times 4 (kWh of an interval taken for kW)"),
      ("6572000", "times 1000 (MW or MWh taken for kW or kWh)"),
      ("262880", "times 40 (the multiplier was left out)"),
      ("164.3", "times 1/40 (the multiplier was applied twice)"),
    ] {
      let found = try Self.findings(
        load: Self.load(), readings: Self.register("kwh_total", total), account: account)
      let finding = try #require(found.first)
      #expect(finding.text.hasSuffix("they would agree \(fit)"), "\(finding.text)")
      #expect(finding.severity == .error)
    }
    let none = try Self.findings(
      load: Self.load(), readings: Self.register("kwh_total", "9000"), account: account)
    #expect(
      none.first?.text
        == "6572 kWh were metered of account A in 2013-01, but the registers say 9000 kWh, which is "
        + "27.0 % less")
    #expect(none.first?.hint?.hasPrefix("--scale-to-register") == true)
  }

  @Test("Period registers 4 kWh off their total are nothing, 5 kWh are told")
  func registerSum() throws {
    for (total, told) in [("6568", false), ("6567", true)] {
      let readings = Self.register(
        "\(Self.registers),kwh_total,max_demand_kw", "1488,2604,1488,992,\(total),16")
      let found = try Self.findings(readings: readings)
      #expect(found.map(\.code) == (told ? [.registerSum] : []))
      guard told else { continue }
      #expect(
        found.first?.text
          == "the period registers of account A add up to 6572 kWh in 2013-01, but the total "
          + "register says 6567 kWh, which is 0.1 % more")
    }
  }

  @Test("A total without the sharp hours: they are counted in peak too")
  func sharpInPeak() throws {
    let readings = Self.register(
      "\(Self.registers),kwh_total,max_demand_kw", "1488,4092,1488,992,6572,16")
    let found = try Self.findings(readings: readings)
    #expect(found.first?.text.hasSuffix("without sharp they would agree") == true)
    #expect(found.first?.hint == "sharp is probably counted in another period too")
  }

  @Test(
    "Stamps an interval late or early: the table by period, and the shift that would explain it")
  func shifts() throws {
    let readings = Self.register(
      "\(Self.registers),kwh_total,max_demand_kw", "1488,2604,1488,992,6572,16")
    let late = try Self.findings(load: Self.load(shift: 1), readings: readings)
    // A day's sharp hours lose 1 kWh at 19:00; peak loses 1 at 8:00 and 1 at 15:00; flat loses 1 at
    // 7:00 and wins 1 at 11:00 and 2 at 22:00; the valley wins 1 at 23:00. Times 31.
    #expect(
      late.map(\.text) == [
        "energy by period of account A in 2013-01, in kWh by intervals and by registers: sharp 1457 "
          + "and 1488, peak 2542 and 2604, flat 1550 and 1488, valley 1023 and 992; one interval "
          + "earlier they would agree"
      ])
    #expect(late.first?.hint == "--stamps end reads the stamps as ends")
    let early = try Self.findings(load: Self.load(shift: -1), readings: readings)
    #expect(early.first?.hint == "--stamps start reads the stamps as starts")
    let far = try Self.findings(load: Self.load(shift: 4), readings: readings)
    #expect(far.map(\.code) == [.periodCheck])
    #expect(far.first?.hint == "look at the hours of the tariff, and at the time zone of the file")
  }

  @Test("Period registers 2 kWh off are nothing, 3 kWh are told")
  func periodTolerance() throws {
    for (valley, flat, told) in [(990, 1490, false), (989, 1491, true)] {
      let readings = Self.register(
        "\(Self.registers),kwh_total,max_demand_kw", "1488,2604,\(flat),\(valley),6572,16")
      let found = try Self.findings(load: Self.load(), readings: readings)
      #expect(found.map(\.code) == (told ? [.periodCheck] : []))
    }
  }

  @Test("A maximum demand 2 % off the register is nothing, more is told with its time")
  func demand() throws {
    // 16 kW is 2 % off 15.6863 … 16.3265 kW.
    for (register, told) in [("16.32", false), ("16.33", true), ("15.69", false), ("15.68", true)] {
      let readings = Self.register("kwh_total,max_demand_kw", "6572,\(register)")
      let found = try Self.findings(load: Self.load(), readings: readings)
      #expect(found.map(\.code) == (told ? [.demandCheck] : []), "\(register)")
      guard told else { continue }
      #expect(
        found.first?.text
          == "the highest demand of account A in 2013-01 is 16 kW by its intervals at "
          + "2013-01-01T19:00, but \(register) kW by the register")
    }
  }

  @Test("A demand that the multiplier explains says so")
  func demandSlip() throws {
    let account = "account,tariff,multiplier\nA,\(Self.tariff),40\n"
    let found = try Self.findings(
      load: Self.load(), readings: Self.register("max_demand_kw", "0.4"), account: account)
    #expect(
      found.map(\.hint) == ["compare with the file: --multiplier 1"])
  }

  @Test("Issued energy that agrees is nothing; kWh in every line by period are added up")
  func issued() throws {
    let lines =
      "account,month,charge,amount,kwh\nA,2013-01,basic,100,\nA,2013-01,energy/sharp,1,1488\n"
      + "A,2013-01,energy/peak,1,2604\nA,2013-01,energy/flat,1,1488\nA,2013-01,energy/valley,1,"
    #expect(try Self.findings(load: Self.load(), issued: lines + "992\n").isEmpty)
    let found = try Self.findings(load: Self.load(), issued: lines + "1002\n")
    // 6582 kWh were billed, 10 more than 6572.
    #expect(
      found.map(\.text) == [
        "6572 kWh were metered of account A in 2013-01, but the issued bill says 6582 kWh, which is "
          + "0.2 % less"
      ])
    #expect(found.map(\.severity) == [.warning])
    let total = "account,month,charge,amount,电量\nA,2013-01,total,5000,26288\n"
    #expect(
      try Self.findings(load: Self.load(), issued: total).map(\.hint)
        == ["compare with the file: --unit kWh"])
  }

  @Test("Issued energy is held against readings too, and losses may lie between")
  func issuedBesideReadings() throws {
    let readings = Self.register("kwh_total,max_demand_kw", "6572,16")
    let issued = "account,month,charge,amount,kwh\nA,2013-01,total,5000,7100\n"
    #expect(try Self.findings(readings: readings, issued: issued).map(\.code) == [.sumCheck])
    let low = "account,tariff,metering_side\nA,\(Self.tariff),lv\n"
    #expect(try Self.findings(readings: readings, issued: issued, account: low).isEmpty)
    let without = "account,month,charge,amount\nA,2013-01,total,5000\n"
    #expect(try Self.findings(readings: readings, issued: without).isEmpty)
  }

  @Test("The kWh of an issued line that is no number is told with its place")
  func issuedFault() throws {
    let faults = try DossierFolderTests.faults([
      "issued.csv": "month,charge,amount,kwh\n2013-01,total,5000,many\n"
    ])
    #expect(faults.count == 1)
    #expect(faults.first?.contains("issued.csv:2:20") == true)
  }

  @Test("The account's transformers and its own findings: a review holds the values too")
  func capacity() throws {
    let account = "account,tariff,transformers\nA,\(Self.tariff),10\n"
    // 16 kW on 10 kVA; a quarter would be 4 kW.
    let found = try Self.findings(load: Self.load(), account: account)
    #expect(found.map(\.code) == [.implausible])
    #expect(found.first?.hint == "compare with the file: --unit kW")
  }

  @Test("Each supply line has a demand of its own beside its register")
  func lines() throws {
    let hours = (1...24).map { "p\($0)" }.joined(separator: ",")
    let load =
      "account,line,date,\(hours)\n"
      + (1...31).map { day in
        let date = "2026-01-\(day < 10 ? "0" : "")\(day)"
        let first = (0..<24).map { day == 5 && $0 == 3 ? "120" : "\(60 + $0)" }
        let second = (0..<24).map { "\(30 + $0)" }
        return "A,L1,\(date)," + first.joined(separator: ",") + "\nA,L2,\(date),"
          + second.joined(separator: ",") + "\n"
      }.joined()
    let dossier = try DossierFolderTests.open([
      "accounts.csv": "account,tariff\nA,cn-hubei-two-part\n",
      "lines.csv": "account,line,capacity_kva\nA,L1,200\nA,L2,200\n", "load.csv": load,
      "readings.csv":
        "account,line,month,max_demand_kw\nA,L1,2026-01,120\nA,L2,2026-01,60\n",
    ])
    let book = try TariffLibrary(folders: [TestPlaces.path("tariffs")])
      .load(ids: ["cn-hubei-two-part"])
    let found = AccountReview.findings(
      of: try #require(dossier.accounts.first), terms: BillingTerms(book: book))
    // L1 agrees; L2 is highest in the last hour of every day, 53 kW.
    #expect(
      found.filter { $0.code == .demandCheck }.map(\.text) == [
        "the highest demand of account A in 2026-01 on line L2 is 53 kW by its intervals at "
          + "2026-01-01T23:00, but 60 kW by the register"
      ])
  }

  @Test(
    "The samples, generated in steps and with noise, give no finding about their values",
    arguments: ["steel-works", "titanium-mill-intervals", "titanium-mill"])
  func samples(_ name: String) throws {
    let request = DossierRequest(origin: .folder(TestPlaces.path("samples/\(name)")))
    let dossier = try DossierReader.open(request)
    for entry in dossier.accounts {
      let found = AccountReview.findings(of: entry, issued: dossier.issued, terms: nil)
      #expect(found.map(\.text) == [])
    }
  }

  @Test("A spike of 1600 kW is worth the bill with it less the bill with 16 kW in its place")
  func spikeWorth() throws {
    let account =
      "account,tariff,voltage,transformers,basic_charge,power_factor_standard\n"
      + "A,\(Self.tariff),110kV,1000,contract-demand,none\n"
    // The second quarter of an hour of the month holds 400 kWh, or 4 as the sharp hours do.
    func load(_ value: String) -> String {
      Self.load().replacing("2013-01-01,kWh,1,1,", with: "2013-01-01,kWh,1,\(value),")
    }
    let book = try TariffLibrary(folders: [TestPlaces.path("tariffs")]).load(ids: [Self.tariff])
    func total(_ value: String) throws -> Money {
      let dossier = try DossierFolderTests.open(["accounts.csv": account, "load.csv": load(value)])
      let entry = try #require(dossier.accounts.first)
      let terms = BillingTerms(book: book, asOf: Month(iso: "2013-06"))
      let use = try #require(entry.use)
      let bills = try Biller(terms: terms).bills(for: entry.account, use: use).bills
      return try #require(bills.first).total
    }
    let findings = try Self.findings(load: load("400"), account: account)
    let worth = findings.compactMap { finding -> (metered: Money, without: Money)? in
      guard case .quality(.spikeWorth(_, let metered, let without)) = finding.evidence else {
        return nil
      }
      return (metered, without)
    }
    #expect(worth.count == 1)
    #expect(worth.first?.metered == (try total("400")))
    #expect(worth.first?.without == (try total("4")))
    // 1600 kW instead of the floor, 40 % of 1000 kVA, at 30 each, and 396 kWh.
    let difference = try #require(worth.first.map { $0.metered - $0.without })
    #expect(difference > Money(units: 36_000 * Money.unitsPerOne))
  }
}
