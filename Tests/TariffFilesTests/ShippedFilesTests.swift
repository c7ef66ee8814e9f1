import Documents
import Foundation
import Quantities
import Tariffs
import TestSupport
import Testing

@testable import TariffFiles

@Suite("The shipped tariff files")
struct ShippedFilesTests {

  static func files() throws -> [String] {
    try FileSystem.files(below: TestPlaces.tariffs, extensions: ["xml"])
  }

  @Test("There is nothing wrong with any of them, not even a warning")
  func clean() throws {
    let outcome = TariffChecker(library: nil).outcome(of: [TestPlaces.tariffs])
    let found = outcome.diagnostics
    #expect(found.isEmpty, "\(DiagnosticText.render(found))")
    #expect(outcome.fileCount == (try Self.files().count))
  }

  @Test("A folder without any is told of, and no fault")
  func empty() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("a,b\n", to: "readings.csv")
    let outcome = TariffChecker(library: nil).outcome(of: [scratch.folder.path])
    #expect(outcome.fileCount == 0)
    #expect(outcome.diagnostics.map(\.code) == ["not-a-tariff-file"])
    #expect(outcome.diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test("Each of them follows tariff.xsd")
  func schema() throws {
    let files = try Self.files() + FileSystem.files(below: TestPlaces.base, extensions: ["xml"])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["xmllint", "--nonet", "--noout", "--schema", "\(TestPlaces.tariffs)/tariff.xsd"] + files
    let output = Pipe()
    process.standardError = output
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus == 127 {
      print("skipped: xmllint is not installed (Debian: libxml2-utils)")
      return
    }
    #expect(process.terminationStatus == 0, "\(text)")
  }

  @Test("The tables of 1983 equal the reference in each of 3 × 100 cells")
  func powerFactorTables() throws {
    let path = TestPlaces.sharedPath("reference/china/pf_table_215.csv")
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      print("skipped: \(path) is not there; TARIFFWISE_SHARED names the folder")
      return
    }
    let library = try TariffLibrary(folders: [TestPlaces.tariffs])
    let book = try library.load(ids: ["cn-hubei-two-part"])
    let version = try #require(book.tariffs["cn-hubei-two-part"]?.versions.first)
    let charge = try #require(version.powerFactorCharge)
    #expect(charge.tables.map(\.standard) == [.p90, .p85, .p80])
    let rows = text.split(whereSeparator: \.isNewline).dropFirst()
    #expect(rows.count == 100)
    for row in rows {
      let cells = row.split(separator: ",")
      let hundredths = try ValueForm<Int>.hundredths.read(String(cells[0]))
      let powerFactor = try #require(PowerFactor(hundredths: hundredths))
      for (cell, standard) in zip(cells[1...], PowerFactorStandard.allCases) {
        let rate = try #require(charge.table(for: standard)).rate(for: powerFactor)
        #expect(try rate == Rate(percent: cell), "\(standard.rawValue) at \(powerFactor)")
      }
    }
    // The reference ends at 0.01; the rule of two points for each hundredth goes on.
    let none = try #require(PowerFactor(hundredths: 0))
    #expect(try charge.table(for: .p90)?.rate(for: none) == Rate(percent: "145"))
  }

  @Test("Hubei's hours in January and July, as the page of January 2026 prints them")
  func hubeiHours() throws {
    let library = try TariffLibrary(folders: [TestPlaces.tariffs])
    let book = try library.load(ids: ["cn-hubei-two-part", "cn-hubei-single-part"])
    let january = "vvvvvvffffffvvffppsspppp"
    let july = "vvvvvvffffffvvffppppsspp"
    for id in ["cn-hubei-two-part", "cn-hubei-single-part"] {
      let calendar = try #require(book.tariffs[id]?.versions.first).timeOfUse
      #expect(calendar.periods == [.sharp, .peak, .flat, .valley])
      for (date, expected) in [
        ("2026-01-15", january), ("2026-07-01", july), ("2026-08-31", july),
        ("2026-09-01", january),
      ] {
        let day = try #require(CalendarDate(iso: date))
        let hours = (0..<24).compactMap { calendar.period(on: day, minute: $0 * 60)?.name.first }
        #expect(String(hours) == expected, "\(id) on \(date)")
      }
    }
  }

  @Test("Hunan's 24 hours of 2013: 3 sharp, 7 peak, 6 flat, 8 valley")
  func hunanHours() throws {
    let book = try TariffLibrary(folders: [TestPlaces.tariffs])
      .load(ids: ["cn-hunan-large-industry-2013"])
    let tariff = try #require(book.tariffs["cn-hunan-large-industry-2013"])
    let day = try #require(CalendarDate(iso: "2013-06-15"))
    let version = try #require(tariff.version(on: day))
    let hours = (0..<24).compactMap {
      version.timeOfUse.period(on: day, minute: $0 * 60)?.name.first
    }
    #expect(String(hours) == "vvvvvvvfpppffffppppsssfv")
    #expect(version.eligibility.map(\.capacity.description) == ["from 315 kVA"])
    #expect(version.eligibility.map(\.fallback) == [nil])
  }

  @Test("The four cells of Hubei's January 2026 that do not recompute are the four that are marked")
  func marks() throws {
    let path = TestPlaces.tariffs + "/cn/hubei/prices/2026-01.xml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let marks = text.split(separator: "\n").filter { $0.contains("<as-printed") }
    #expect(marks.count == 4)
    for mark in marks {
      let found = try Scratch.check(text.replacingOccurrences(of: mark + "\n", with: ""))
      #expect(found.map(\.code) == ["period-price"])
      #expect(found.allSatisfy { $0.hint?.contains("<as-printed") == true })
    }
  }

  @Test("Every worked case says how each figure comes about")
  func cases() throws {
    let cases = try TariffLibrary(folders: [TestPlaces.tariffs]).loadCases()
    #expect(cases.count >= 10)
    for worked in cases {
      #expect(!worked.about.isEmpty)
      #expect(worked.account.tariff == worked.tariff)
      for line in worked.months.flatMap(\.lines) {
        #expect(!line.working.isEmpty, "\(line.place.citation)")
      }
    }
    let mill = try #require(cases.first { $0.file.hasSuffix("2013-01-titanium-mill.xml") })
    #expect(mill.file == "tariffs/cn/hunan/cases/2013-01-titanium-mill.xml")
    #expect(mill.account.id == "2013-01-titanium-mill")
    #expect(mill.account.billedCapacity == Power(20000))
    #expect(mill.account.powerFactorStandard == .set(.p90))
    #expect(mill.months[0].reading.totalEnergy == Energy(kilowattHours: 365_000))
    #expect(mill.months[0].total.text(digits: 2) == "480915.88")
    #expect(mill.published.map(\.verdict) == [.right, .wrong])
  }
}
