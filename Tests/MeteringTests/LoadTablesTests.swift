import Documents
import Foundation
import Metering
import Quantities
import TestSupport
import Testing
import Use

@Suite("Accounts read one by one from tables")
struct LoadTablesTests {
  typealias F = LoadFixture

  static func file(_ text: String) -> LoadFile { F.file(text, LoadFileOptions()) }

  /// The accounts that tables come to, by name, however their rows are searched.
  static func read(_ files: [LoadFile], _ search: LoadTable.Search) throws -> [String: LoadAccount]
  {
    let tables = try LoadTables(files.map { try #require(try LoadTable.open($0)) })
    var accounts: [String: LoadAccount] = [:]
    for entry in tables.entries(files.map { _ in search }) {
      if let account = try tables.read(entry) { accounts[account.id] = account }
    }
    return accounts
  }

  /// What the reader of whole files makes of them.
  static func collected(_ files: [LoadFile]) throws -> [String: LoadAccount] {
    Dictionary(
      uniqueKeysWithValues: try LoadReader.collect(files).accounts.map { ($0.id, $0) })
  }

  static func expectSame(
    _ found: [String: LoadAccount], _ expected: [String: LoadAccount], _ comment: Comment
  ) {
    #expect(found.keys.sorted() == expected.keys.sorted(), comment)
    for (id, account) in expected {
      #expect(found[id]?.profile == account.profile, comment)
      #expect(found[id]?.findings == account.findings, comment)
    }
  }

  /// A day of hourly values as one wide row; `fault` spoils it.
  static func row(_ account: String, _ day: Int, _ random: inout SplitMix64, fault: Int) -> String {
    let date = CalendarDate(dayNumber: 20_100 + day).description
    var cells = (0..<24).map { _ in
      String(Int.random(in: 0...999_999, using: &random)).padded + "." + "25"
    }
    switch fault {
    case 1: cells[5] = ""
    case 2: cells[7] = "1O.5"
    case 3: cells[9] = "-3"
    case 4: cells.removeLast()
    default: break
    }
    return "\(account),\(date)," + cells.joined(separator: ",")
  }

  @Test(
    "200 seeded wide files in any order, with holes, faults and doubled days, are what the reader of whole files makes of them",
    arguments: 0..<4)
  func wide(_ part: Int) throws {
    let heading = "account,date," + (1...24).map { "p\($0)" }.joined(separator: ",") + "\n"
    var opened = 0
    for seed in (part * 50)..<(part * 50 + 50) {
      var random = SplitMix64(seed: UInt64(seed))
      var rows: [String] = []
      let accounts = Int.random(in: 1...5, using: &random)
      for account in 0..<accounts {
        let faultRate = [0, 0, 8].randomElement(using: &random) ?? 0
        for day in 0..<Int.random(in: 1...40, using: &random) {
          let isFaulty = faultRate > 0 && Int.random(in: 0..<faultRate, using: &random) == 0
          let fault = isFaulty ? Int.random(in: 1...6, using: &random) : 0
          if fault == 5 { continue }
          rows.append(Self.row("N\(account)", day, &random, fault: fault))
          if fault == 6 { rows.append(rows[rows.count - 1]) }
        }
      }
      // In order of accounts, of days, or of nothing.
      switch seed % 4 {
      case 1: rows.sort { $0.dropFirst(3) < $1.dropFirst(3) }
      case 2: rows.shuffle(using: &random)
      default: break
      }
      guard !rows.isEmpty else { continue }
      if seed % 5 == 0 { rows.insert("合计" + String(repeating: ",", count: 25), at: rows.count) }
      let file = Self.file(
        heading + rows.joined(separator: "\n") + (seed % 3 == 0 ? "" : "\n"))
      // Where few rows leave open how the file is to be read, it is read as a whole.
      guard try LoadTable.open(file) != nil else { continue }
      opened += 1
      let expected = try Self.collected([file])
      Self.expectSame(try Self.read([file], .everyRow), expected, "seed \(seed), every row")
      do {
        Self.expectSame(try Self.read([file], .leaping), expected, "seed \(seed), leaping")
      } catch LoadTables.ReadProblem.interleaved {
        #expect(seed % 4 == 1 || seed % 4 == 2 || seed % 5 == 0, "seed \(seed)")
      }
    }
    #expect(opened > 30)
  }

  @Test("Long files of three accounts in order of accounts and of days are read alike")
  func long() throws {
    var random = SplitMix64(seed: 7)
    var rows: [String] = []
    for account in ["A", "B", "C"] {
      for day in 0..<30 {
        for hour in 0..<24 where !(account == "B" && day == 12 && hour > 20) {
          let value = Int.random(in: 0...99_999, using: &random)
          let date = CalendarDate(dayNumber: 20_100 + day).description
          rows.append("\(account),\(date) \(hour < 10 ? "0" : "")\(hour):00,\(value).5")
        }
      }
    }
    let byAccount = Self.file("account,timestamp,kw\n" + rows.joined(separator: "\n") + "\n")
    let byDay = Self.file(
      "account,timestamp,kw\n"
        + rows.sorted { $0.dropFirst(2).prefix(10) < $1.dropFirst(2).prefix(10) }
        .joined(separator: "\n") + "\n")
    let expected = try Self.collected([byAccount])
    #expect(expected["B"]?.findings.map(\.code) == [.missing])
    Self.expectSame(try Self.read([byAccount], .leaping), expected, "by account")
    Self.expectSame(try Self.read([byDay], .everyRow), expected, "by day")
  }

  @Test("Accounts in several files, and files in any order, are put together")
  func files() throws {
    var random = SplitMix64(seed: 11)
    let heading = "account,date," + (1...24).map { "p\($0)" }.joined(separator: ",") + "\n"
    func file(_ name: String, _ days: Range<Int>) -> LoadFile {
      let rows = ["X", "Y"].flatMap { account in
        days.map { Self.row(account, $0, &random, fault: 0) }
      }
      return LoadFile(
        name: name, bytes: Array((heading + rows.joined(separator: "\n") + "\n").utf8))
    }
    let (first, second) = (file("1.csv", 0..<31), file("2.csv", 31..<59))
    let expected = try Self.collected([first, second])
    #expect(expected["X"]?.profile?.dayCount == 59)
    Self.expectSame(try Self.read([first, second], .leaping), expected, "in order")
    let turned = try Self.read([second, first], .leaping)
    #expect(turned["X"]?.profile == expected["X"]?.profile)
    #expect(turned["Y"]?.profile == expected["Y"]?.profile)
  }

  @Test("A digit that is none is told with its line, and the accounts beside it are read")
  func places() throws {
    let heading = "account,date," + (1...24).map { "p\($0)" }.joined(separator: ",") + "\n"
    var random = SplitMix64(seed: 3)
    let rows = (0..<90).map { day in
      Self.row("N\(day / 30)", day % 30, &random, fault: day == 47 ? 2 : 0)
    }
    let found = try Self.read([Self.file(heading + rows.joined(separator: "\n") + "\n")], .leaping)
    #expect(found["N0"]?.profile != nil)
    #expect(found["N2"]?.profile != nil)
    #expect(found["N1"]?.profile == nil)
    // 47 rows and a heading stand before it.
    #expect(found["N1"]?.findings.first?.place?.line == 49)
  }

  @Test(
    "Blocks of an account are the same however the bytes arrive",
    arguments: [1, 7, 64, 1000, 1_000_000])
  func blocks(_ size: Int) throws {
    var random = SplitMix64(seed: 5)
    let heading = "account,date," + (1...24).map { "p\($0)" }.joined(separator: ",") + "\n"
    let rows = ["A", "B,quoted", "A"].flatMap { name in
      (0..<3).map { day in
        Self.row(name.contains(",") ? "\"\(name)\"" : name, day, &random, fault: 0)
      }
    }
    let bytes = Array((heading + rows.joined(separator: "\n")).utf8)
    var cutter = AccountBlocks(name: "rows", options: LoadFileOptions(), zone: nil)
    var found: [AccountBlocks.Block] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      found += try cutter.add(bytes[start..<min(start + size, bytes.count)])
    }
    found += try cutter.add([], isEnd: true)
    #expect(found.map(\.account) == ["A", "B,quoted", "A"])
    for (index, block) in found.enumerated() {
      let expected = heading + rows[(3 * index)..<(3 * index + 3)].joined(separator: "\n") + "\n"
      #expect(block.file?.content == .bytes(Array(expected.utf8)))
    }
  }

  @Test(
    "Rows that name an account and nothing else are blocks without a file, before rows and without any",
    arguments: ["account,time,kWh\n", "time;account;kWh\n"])
  func bareRows(heading: String) throws {
    let isFirst = heading.hasPrefix("account")
    func row(_ account: String, _ time: String, _ value: String) -> String {
      isFirst ? "\(account),\(time),\(value)\n" : "\(time);\(account);\(value)\n"
    }
    for rows in [0, 3] {
      var cutter = AccountBlocks(name: "rows", options: LoadFileOptions(), zone: nil)
      let data = (0..<rows).map { row("C", "2025-01-01 0\($0):00", "1") }.joined()
      let text = heading + row("A", "", "") + row("B", "", "") + data
      var found = try cutter.add(Array(text.utf8))
      found += try cutter.add([], isEnd: true)
      #expect(found.map(\.account) == (rows == 0 ? ["A", "B"] : ["A", "B", "C"]))
      #expect(found.map { $0.file != nil } == [false, false] + (rows == 0 ? [] : [true]))
    }
  }

  @Test(
    "Rows of two accounts in turn are 96 stretches a day, rows by day are 2: above 10 the file is to be sorted, by its own column"
  )
  func scattered() throws {
    func scattered(byDay: Bool) throws -> Diagnostic? {
      var rows: [(account: String, day: Int, slot: Int)] = []
      for day in 1...3 {
        for slot in 0..<48 { for account in ["A", "B"] { rows.append((account, day, slot)) } }
      }
      if byDay { rows.sort { ($0.day, $0.account, $0.slot) < ($1.day, $1.account, $1.slot) } }
      let lines = rows.map { row in
        "0\(row.day),\(row.account),2025-01-0\(row.day) \(String(row.slot / 2).padded):\(row.slot % 2 * 3)0,1.5"
      }
      let table = try #require(
        try LoadTable.open(
          Self.file("no,account,time,kwh\n" + lines.joined(separator: "\n") + "\n")))
      let tables = LoadTables([table])
      return tables.scattered(tables.entries([.everyRow]), most: 10)
    }
    let told = try #require(try scattered(byDay: false))
    #expect(told.message == "the rows of accounts are scattered within days: 288 stretches of them")
    #expect(told.hint?.contains("sort -s -t ',' -k 2,2") == true)
    #expect(try scattered(byDay: true) == nil)
  }
}

extension String {
  /// At least two digits, as meters write them.
  fileprivate var padded: String { count < 2 ? "0" + self : self }
}
