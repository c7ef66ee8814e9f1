import Documents
import Metering
import Quantities
import TestSupport
import Testing
import Use

/// Channels become accounts' days in one place, whatever the format.
@Suite("From channels to days")
struct SeriesStoreTests {
  private typealias F = LoadFixture

  /// A table of stamps with offsets, which goes by way of channels.
  private static func table(_ rows: [(stamp: String, value: String)]) -> LoadFile {
    F.file("start,kwh\n" + rows.map { "\($0.stamp),\($0.value)\n" }.joined())
  }

  private static func pad(_ number: Int) -> String { F.pad(number) }

  private static func account(_ file: LoadFile) throws -> LoadAccount {
    try #require(try LoadReader.collect([file]).accounts.first)
  }

  @Test("Hours in UTC are cut into days of New York: 3 November 2024 has 25 of them")
  func longDay() throws {
    // 2024-11-03T04:00Z is midnight in New York; 49 hours later it is midnight again.
    var rows: [(String, String)] = []
    for hour in 0..<49 {
      let day = 3 + (hour + 4) / 24
      rows.append(("2024-11-0\(day)T\(Self.pad((hour + 4) % 24)):00:00Z", "\(hour)"))
    }
    var file = Self.table(rows)
    file.zone = "America/New_York"
    let profile = try #require(try Self.account(file).profile)
    #expect(profile.dayCount == 2)
    #expect(profile.active.count == 49)
    let day = try #require(CalendarDate(year: 2024, month: 11, day: 3))
    #expect(profile.range(of: day) == 0..<25)
    #expect(profile.start(of: 1).description == "2024-11-03T01:00")
    #expect(profile.start(of: 2).description == "2024-11-03T01:00")
    #expect(profile.clockChanges == [ClockChange(date: day, interval: 2, extraIntervals: 1)])
  }

  @Test("A stamp 60 s off the grid is an error, and moved where 120 s are allowed")
  func snap() throws {
    var text = "timestamp,kwh\n"
    for hour in 0..<24 {
      text += "2024-01-01 \(Self.pad(hour)):\(hour == 5 ? "01" : "00"),1\n"
    }
    let options = LoadFileOptions(account: "A", stamps: .start)
    #expect(F.complaints(text, options).contains("Q08"))
    var file = F.file(text, options)
    file.repairs.snapSeconds = 120
    let account = try Self.account(file)
    #expect(account.profile?.active.count == 24)
    #expect(account.findings.map(\.code) == [.offGrid])
    #expect(account.findings[0].severity == .warning)
  }

  @Test("Of two different readings neither counts; first, last and max keep 1, 9 and 9 kWh")
  func duplicates() throws {
    var rows = (0..<24).map { ("2024-01-01T\(Self.pad($0)):00:00Z", "1") }
    rows.insert(("2024-01-01T07:00:00Z", "9"), at: 8)
    let account = try Self.account(Self.table(rows))
    #expect(account.profile == nil)
    #expect(account.findings.contains { $0.code == .contradictory && $0.severity == .error })
    #expect(account.channels.first?.total.quantity.description == "23")
    for (rule, total) in [(LoadRepairs.DuplicateRule.first, "24"), (.last, "32"), (.max, "32")] {
      var file = Self.table(rows)
      file.repairs.duplicates = rule
      let kept = try Self.account(file)
      #expect(F.kilowattHours(try #require(kept.profile)) == total)
      #expect(kept.findings.contains { $0.text.contains("the \(rule.rawValue) of each was kept") })
    }
  }

  @Test("A reading of two hours keeps its 7 kWh over two intervals, whose demand is not known")
  func longReading() throws {
    // Seven rows of an hour, one of two hours, and so on: 3,601 mJ do not come out even.
    var text = "start,end,kwh\n"
    var hour = 0
    while hour < 24 {
      let length = hour == 8 ? 2 : 1
      text +=
        "2024-01-01 \(Self.pad(hour)):00,2024-01-01 \(Self.pad(hour + length)):00,"
        + "\(length == 2 ? "7.000000001" : "1")\n"
      hour += length
    }
    let account = try Self.account(F.file(text))
    let profile = try #require(account.profile)
    #expect(profile.coarse == [8..<10])
    // 7 × 3.6 × 10⁹ mJ and 3.6 mJ more, rounded to 4.
    #expect(profile.active[8] + profile.active[9] == 25_200_000_004)
    #expect(account.findings.contains { $0.code == .mixedLengths && $0.severity == .warning })
  }

  @Test("Negative energy is an error, and left out where the channel may be net")
  func net() throws {
    let rows = (0..<24).map { ("2024-01-01T\(Self.pad($0)):00:00Z", $0 == 12 ? "-3" : "1") }
    var file = Self.table(rows)
    #expect(try Self.account(file).profile == nil)
    file.repairs.netsNegatives = true
    let account = try Self.account(file)
    #expect(F.kilowattHours(try #require(account.profile)) == "23")
    #expect(account.findings.contains { $0.text.contains("3 kWh") && $0.code == .negative })
  }

  @Test("NEM12: registers E1 and E2 of one meter add up; two meters of one account do not")
  func registers() throws {
    func block(_ meter: String, _ register: String, _ value: String) -> String {
      "200,\(meter),E1E2,\(register),\(register),N,1,kWh,30,\n300,20240101,"
        + Array(repeating: value, count: 48).joined(separator: ",") + ",A,,,20240102000000,\n"
    }
    func file(_ blocks: String, account: String? = nil) -> LoadFile {
      LoadFile(
        name: "load.csv", bytes: Array("100,NEM12,202401020000,A,B\n\(blocks)900\n".utf8),
        options: LoadFileOptions(account: account), zone: "Australia/Brisbane")
    }
    let one = try Self.account(file(block("NMI1", "E1", "1") + block("NMI1", "E2", "0.5")))
    #expect(F.kilowattHours(try #require(one.profile)) == "72")
    let two = try Self.account(
      file(block("NMI1", "E1", "1") + block("NMI2", "E1", "1"), account: "A"))
    #expect(two.profile == nil)
    #expect(two.findings.contains { $0.hint?.contains("--meter") ?? false })
  }

  @Test("A month as CSV and the next as NEM12 are one profile of 60 days")
  func formats() throws {
    var text = "account,timestamp,kwh\n"
    for day in 1...30 {
      for slot in 0..<48 {
        text +=
          "NMI1,2024-04-\(Self.pad(day)) \(Self.pad(slot / 2)):\(slot % 2 == 0 ? "00" : "30"),1\n"
      }
    }
    var nem = "100,NEM12,202406010000,A,B\n200,NMI1,E1,E1,E1,N,1,kWh,30,\n"
    for day in 1...30 {
      nem += "300,202405\(Self.pad(day)),"
      nem += Array(repeating: "2", count: 48).joined(separator: ",") + ",A,,,20240601000000,\n"
    }
    let csv = LoadFile(
      name: "april.csv", bytes: Array(text.utf8), options: LoadFileOptions(stamps: .start),
      zone: "Australia/Brisbane")
    let second = LoadFile(
      name: "may.csv", bytes: Array((nem + "900\n").utf8), zone: "Australia/Brisbane")
    let collection = try LoadReader.read([csv, second])
    let profile = try #require(collection["NMI1"]?.profile)
    #expect(profile.dayCount == 60)
    #expect(F.kilowattHours(profile) == "4320")
  }

  @Test("Rows that are mixed only after 4,000 of them are read row by row")
  func lateMixture() throws {
    var text = "account,timestamp,kwh\n"
    let start = try #require(CalendarDate(year: 2024, month: 1, day: 1))
    for day in 0..<45 {
      let step = day < 43 ? 15 : 60
      for minute in stride(from: 0, to: 1440, by: step) {
        text +=
          "A,\(start.adding(days: day)) \(Self.pad(minute / 60)):\(Self.pad(minute % 60)),1\n"
      }
    }
    let file = LoadFile(
      name: "load.csv", bytes: Array(text.utf8), options: LoadFileOptions(stamps: .start))
    let account = try Self.account(file)
    let profile = try #require(account.profile)
    #expect(profile.coarse.count == 48)
    #expect(F.kilowattHours(profile) == "\(43 * 96 + 48)")
  }

  @Test("Local standard time written as UTC: shown, not billed, until somebody says what it is")
  func epoch() throws {
    guard TestPlaces.hasShared("data") else { return }
    let path = TestPlaces.sharedPath("data/greenbutton/ameren/ameren_15min_2023-12-04.xml")
    var file = LoadFile(path: path, name: "ameren.xml", zone: "America/Chicago")
    #expect(F.complaints([file]).contains("--epoch local"))
    file.options.epoch = .local
    let local = try #require(try LoadReader.read([file]).accounts.first?.profile)
    #expect(local.dayCount == 1)
    #expect(local.firstDay.description == "2023-12-04")
    #expect(F.kilowattHours(local) == "57.893")
    file.options.epoch = .utc
    #expect(try LoadReader.read([file]).accounts.first?.profile?.dayCount == 2)
  }
}
