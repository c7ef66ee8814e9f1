import Documents
import Foundation
import Metering
import Quantities
import TestSupport
import Testing
import Use

/// Interval data in workbooks, zip archives and gzip files.
@Suite("Load in workbooks and archives")
struct WorkbookLoadTests {
  private static func file(
    _ bytes: [UInt8], name: String = "book.xlsx",
    _ options: LoadFileOptions = LoadFileOptions(account: "A")
  ) -> LoadFile {
    LoadFile(name: name, bytes: bytes, options: options)
  }

  /// Stamps of a day of quarter hours from 2024-01-01 on, and 1.25 kWh in each.
  private static let day: [[TestWorkbook.Cell]] = (0..<96).map {
    [.styled(1, "\(45292 + Double($0) / 96)"), 1.25]
  }

  private static func book(
    _ headings: [[TestWorkbook.Cell]], _ rows: [[TestWorkbook.Cell]] = day
  ) -> TestWorkbook {
    TestWorkbook([.init("Load", headings + rows)])
  }

  private static func energy(
    _ file: LoadFile, account: String = "A"
  ) throws -> (energy: String, notes: [LoadNote]) {
    let collection = try LoadReader.read([file])
    let profile = try #require(collection[account]?.profile)
    return (LoadFixture.kilowattHours(profile), collection.files.flatMap(\.notes))
  }

  @Test("A workbook, a zip archive and a gzip file give what the CSV gives")
  func containers() throws {
    let csv = "timestamp,kWh\n" + LoadFixture.day("2024-01-01", stamps: 0...95) { _ in "1.25" }
    var zip = ZipWriter()
    zip.add("readme.md", "x")
    zip.add("load.csv", csv)
    let workbook = Self.book([["timestamp", "kWh"]]).file()
    for bytes in [Array(csv.utf8), workbook, zip.archive(), ZipWriter.gzip(Array(csv.utf8))] {
      #expect(try Self.energy(Self.file(bytes, name: "load.dat")).energy == "120")
    }
    #expect(try LoadReader.read([Self.file(zip.archive())]).files[0].file == "book.xlsx!load.csv")
  }

  @Test(
    "The sheet that was read is noted, and so are numbers stored as text, in columns of values only"
  )
  func notes() throws {
    var rows = Self.day.map { [$0[0], .text("3300012345"), $0[1]] }
    rows[7][2] = "1.25"
    rows[8][2] = " 1.25 "
    let book = Self.book([["timestamp", "account", "kWh"]], rows)
    let read = try Self.energy(Self.file(book.file(), LoadFileOptions()), account: "3300012345")
    #expect(read.energy == "120")
    #expect(read.notes.contains(.sheet("Load")))
    #expect(read.notes.contains(.textNumbers(count: 2)))
  }

  @Test("What is wrong with a cell is told with the cell's name")
  func places() throws {
    var rows = Self.day
    rows[3][1] = "abc"
    rows[5] = [.none, .none, .none]
    rows[6] = [rows[6][0], .number("-4")]
    let book = TestWorkbook([.init("Meter 1", [["timestamp", "kWh"]] + rows)])
    let complaint = LoadFixture.complaints([Self.file(book.file())])
    #expect(complaint.contains("book.xlsx:'Meter 1'!B5: error: "), "\(complaint)")
    #expect(complaint.contains("book.xlsx:'Meter 1'!B8: error: "), "\(complaint)")
    #expect(complaint.contains("    5 | 2024-01-01 00:45:00,abc"), "\(complaint)")
  }

  @Test("Errors and formulas without value are missing, never 0")
  func missing() throws {
    var rows = Self.day
    rows[10][1] = .markup("<c @ t=\"e\"><v>#DIV/0!</v></c>")
    rows[11][1] = .markup("<c @><f>B1*2</f></c>")
    let collection = try LoadReader.read([
      Self.file(Self.book([["timestamp", "kWh"]], rows).file())
    ])
    let profile = try #require(collection["A"]?.profile)
    #expect(profile.active.filter { $0 == LoadProfile.missing }.count == 2)
    #expect(LoadFixture.kilowattHours(profile) == "117.5")
  }

  @Test("Headings of up to three rows are put together")
  func headingRows() throws {
    let cases: [([[TestWorkbook.Cell]], Int)] = [
      ([["Zeit", "Total"], [.none, "in kWh"]], 2),
      ([["Anwendung", "Total"], ["Einheit", "in kWh"], ["Zeit"]], 3),
      ([["Plant 7"], ["Furnace", "Mill"], ["timestamp", "kWh"]], 1),
      ([["", "Mill", "Pump"], ["timestamp", "kWh", "kWh"]], 2),
      ([["timestamp", "kWh"], [.none, "total"]], 2),
    ]
    for (headings, rows) in cases {
      var options = LoadFileOptions(account: "A", stamps: .start)
      if headings[0].count == 3 { options.column = "Mill kWh" }
      let read = try Self.energy(Self.file(Self.book(headings).file(), options))
      #expect(read.energy == "120", "\(headings)")
      #expect(read.notes.contains(.headingRows(rows)) == (rows > 1), "\(headings)")
    }
  }

  @Test("A merged heading over the intervals of a wide sheet is read with the row below it")
  func mergedHeading() throws {
    let clock = (0..<96).map { slot -> TestWorkbook.Cell in
      .text("\(slot / 4):\(["00", "15", "30", "45"][slot % 4])")
    }
    let book = TestWorkbook([
      .init(
        "S",
        [
          ["户号", "日期", "负荷(kW)"], [.none, .none] + clock,
          ["330001", .styled(2, "45292")] + Array(repeating: 4, count: 96),
        ])
    ])
    let read = try Self.energy(Self.file(book.file(), LoadFileOptions()), account: "330001")
    #expect(read.energy == "96")
    #expect(read.notes.contains(.headingRows(2)))
  }

  @Test("A first row without stamp but with a value is data at fault, never a part of the heading")
  func faultyFirstRow() {
    let rows: [[TestWorkbook.Cell]] = [[.none, 5]] + Self.day
    let complaint = LoadFixture.complaints([
      Self.file(Self.book([["timestamp", "kWh"]], rows).file())
    ])
    #expect(complaint.contains("book.xlsx:Load!A2"), "\(complaint)")
  }

  @Test("Of several columns that say the same, one is read only when it is named")
  func column() throws {
    let rows = Self.day.map { $0 + [7, 9] }
    let book = Self.book(
      [["timestamp", "Furnace", "Total", "Unit 3"], [.none, "kWh", "kWh", "share"]], rows)
    let complaint = LoadFixture.complaints([Self.file(book.file())])
    #expect(
      complaint.contains("book.xlsx:Load!C1: error: the columns \"Furnace kWh\" and \"Total kWh\""))
    #expect(complaint.contains("--column NAME"))
    for (name, energy) in [("Furnace kWh", "120"), ("total KWH", "672"), ("Total", "672")] {
      var options = LoadFileOptions(account: "A")
      options.column = name
      let read = try Self.energy(Self.file(book.file(), options))
      #expect(read.energy == energy)
      #expect(read.notes.contains(.column(name)))
    }
    var other = LoadFileOptions(account: "A", unit: .kilowattHour)
    other.column = "Unit 3 share"
    #expect(try Self.energy(Self.file(book.file(), other)).energy == "864")
    other.column = "Totl kWh"
    let none = LoadFixture.complaints([Self.file(book.file(), other)])
    #expect(none.contains("no column is headed \"Totl kWh\""))
    #expect(none.contains("did you mean \"Total kWh\"?"))
    other.column = "kWh"
    #expect(
      LoadFixture.complaints([Self.file(book.file(), other)]).contains("2 columns are headed"))
  }

  @Test("A sheet is chosen by its heading, or by name; several of a kind are asked about")
  func sheets() throws {
    var book = Self.book([["timestamp", "kWh"]])
    book.sheets.insert(.init("Notes", [["made by the meter"]]), at: 0)
    #expect(try Self.energy(Self.file(book.file())).energy == "120")
    book.sheets.append(.init("Copy", [["timestamp", "kWh"]] + Self.day.map { [$0[0], 2] }))
    let complaint = LoadFixture.complaints([Self.file(book.file())])
    #expect(complaint.contains("\"Load\" and \"Copy\" could all be"))
    #expect(complaint.contains("--sheet NAME"))
    let named = LoadFileOptions(account: "A", sheet: "Copy")
    #expect(try Self.energy(Self.file(book.file(), named)).energy == "192")
  }
}
