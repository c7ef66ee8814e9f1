import Documents
import Foundation
import Metering
import Quantities
import TestSupport
import Testing
import Use

/// The hostile workbooks as load files, and a real one.
@Suite("Hostile and real workbooks of load", .enabled(if: TestPlaces.hasShared("data")))
struct HostileWorkbookLoadTests {
  private static func file(
    _ name: String, _ options: LoadFileOptions = LoadFileOptions(account: "A")
  ) -> LoadFile {
    LoadFile(
      path: TestPlaces.sharedPath("data/hostile/xlsx/\(name)"), name: name, options: options)
  }

  @Test(
    "96 quarters of an hour of 1.25 kWh are 120 kWh",
    arguments: [
      "z00_good.xlsx", "z01_1904.xlsx", "z02_wrong_first_sheet.xlsx", "z03_shared_strings.xlsx",
      "z06_dimension_lies.xlsx", "z07_no_cell_refs.xlsx", "z09_text_dates.xlsx",
      "z10_numbers_as_text.xlsx", "z12_float_serials.xlsx", "z13_path_traversal.xlsx",
      "z25_strict_ooxml.xlsx",
    ])
  func good(name: String) throws {
    let collection = try LoadReader.read([Self.file(name)])
    let profile = try #require(collection["A"]?.profile)
    #expect(LoadFixture.kilowattHours(profile) == "120")
    let notes = collection.files[0].notes
    #expect(notes.contains(.sheet(name.hasPrefix("z02") ? "负荷数据" : "load")))
    #expect(notes.contains(.textNumbers(count: 96)) == name.hasPrefix("z10"))
  }

  @Test("z08: of 52 intervals two have no value, and the number that is text is read with a note")
  func formulas() throws {
    let collection = try LoadReader.read([Self.file("z08_errors_formulas.xlsx")])
    let profile = try #require(collection["A"]?.profile)
    // 49 good rows, the row of text, and of 96 intervals the rest without a value.
    #expect(LoadFixture.kilowattHours(profile) == "62.5")
    #expect(profile.active.filter { $0 == LoadProfile.missing }.count == 46)
    #expect(collection.files[0].notes.contains(.textNumbers(count: 1)))
  }

  @Test("z24: a heading of two rows is put together; two intervals are still no day")
  func mergedHeading() {
    let complaint = LoadFixture.complaints([Self.file("z24_merged_header.xlsx", LoadFileOptions())])
    #expect(complaint.contains("z24_merged_header.xlsx:load!"), "\(complaint)")
  }

  @Test("No workbook of the folder is a trap, and none is read that is not among the good")
  func all() throws {
    let folder = TestPlaces.sharedPath("data/hostile/xlsx")
    for path in try FileSystem.files(inFolder: folder, extensions: ["xlsx", "xls"]) {
      let name = FileSystem.lastComponent(of: path)
      let isGood = ["00", "01", "02", "03", "06", "07", "08", "09", "10", "12", "13", "25"]
        .contains { name.hasPrefix("z\($0)") }
      #expect(LoadFixture.complaints([Self.file(name)]).isEmpty == isGood, "\(name)")
    }
  }

  @Test("A real workbook: a leap year of quarter hours, 18 709 976 570.5 kWh in the column Total")
  func real() throws {
    let path = TestPlaces.sharedPath("data/xlsx_real/Metallerzeugung_WZ08_24.1_2020_15min.xlsx")
    let options = LoadFileOptions(account: "A", stamps: .start)
    let complaint = LoadFixture.complaints([
      LoadFile(path: path, name: "real.xlsx", options: options)
    ])
    #expect(complaint.contains("real.xlsx:Sheet1!C1: error: the columns \"Raumwärme in kW\", "))
    #expect(complaint.contains("and \"Total in kW\" say the same"))
    var chosen = options
    chosen.column = "Total in kW"
    let collection = try LoadReader.read([LoadFile(path: path, name: "real.xlsx", options: chosen)])
    let profile = try #require(collection["A"]?.profile)
    #expect(collection.files[0].intervalSeconds == 900)
    #expect(profile.active.count == 35_136)
    #expect(!profile.active.contains(LoadProfile.missing))
    // Python's zipfile and re over the markup of column J, rows 4 to 35139, whole numbers of kW:
    // sum 74 839 906 282 kW x 0.25 h.
    #expect(LoadFixture.kilowattHours(profile) == "18709976570.5")
  }
}
