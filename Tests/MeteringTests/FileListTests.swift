import Documents
import Metering
import Quantities
import Testing

@Suite("load/files.csv")
struct FileListTests {
  @Test("Each row says how to read a file, and flags stand over it")
  func rows() throws {
    let list = try LoadFileList(
      SourceText(
        file: "files.csv",
        text: """
          file,account,stamps,date_order,zone,unit,multiplier,sheet,encoding
          a.csv,0031,end,dmy,Asia/Shanghai,kWh,2000,,GBK
          b.csv,,,,,,,,

          """))
    #expect(list.entries.map(\.file) == ["a.csv", "b.csv"])
    let options = list.options(of: "a.csv")
    #expect(
      options
        == LoadFileOptions(
          account: "0031", stamps: .end, dateOrder: .dayFirst, zone: "Asia/Shanghai",
          unit: .kilowattHour, multiplier: try Rate("2000"), encoding: .gb18030))
    #expect(list.options(of: "b.csv") == LoadFileOptions())
    #expect(list.options(of: "c.csv") == LoadFileOptions())
    let flags = LoadFileOptions(stamps: .start, unit: .watt)
    let joined = options.overridden(by: flags)
    #expect(joined.stamps == .start)
    #expect(joined.unit == .watt)
    #expect(joined.account == "0031")
  }

  @Test("Meter, column, numbers and epoch are read as well; other columns are warned of")
  func furtherColumns() throws {
    let list = try LoadFileList(
      SourceText(
        file: "files.csv",
        text: """
          file,meter,column,numbers,epoch,remark
          a.csv,M1/E1,kWh_peak,"1.234,5",local,x

          """))
    let options = list.options(of: "a.csv")
    #expect(options.meter == "M1/E1")
    #expect(options.column == "kWh_peak")
    #expect(options.numbers == .groupedByPoints)
    #expect(options.epoch == .local)
    #expect(list.warnings.map(\.code) == ["files-heading"])
    #expect(list.warnings.first?.column == 33)
    #expect(throws: DiagnosticsError.self) {
      try LoadFileList(SourceText(file: "files.csv", text: "file,epoch\na.csv,gmt\n"))
    }
  }

  @Test("Everything that is wrong is told at once")
  func faults() {
    do throws(DiagnosticsError) {
      _ = try LoadFileList(
        SourceText(
          file: "files.csv",
          text: """
            file,stamps,unit,multiplier,encoding,date_order
            a.csv,both,mW,-1,EBCDIC,ydm
            ,,,,,
            a.csv,start,kW,,,
            ,end,,,,

            """))
      Issue.record("nothing was refused")
    } catch {
      let text = DiagnosticText.render(error.diagnostics)
      for words in ["start or end", "\"mW\"", "above zero", "EBCDIC", "ydm", "already", "no file"] {
        #expect(text.contains(words), "\(words)\n\(text)")
      }
    }
  }
}
