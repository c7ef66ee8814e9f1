import Documents
import TestSupport

/// Archives, workbooks and long texts that are made for the tests rather than kept as files.
enum BrokenContainer {
  private static let table = "timestamp,kWh\n2026-03-01 00:00,12.5\n2026-03-01 01:00,12.7\n"

  /// The name and the bytes of a code's file; nothing for codes with a file in the folder.
  static func bytes(of code: String) -> (name: String, bytes: [UInt8])? {
    switch code {
    case "archive-damaged":
      return ("march.zip", Array(zip { $0.add("march.csv", table) }.dropLast(30)))
    case "archive-duplicate":
      return (
        "march.zip",
        zip {
          $0.add("march.csv", table)
          $0.add("march.csv", table)
        }
      )
    case "archive-encrypted":
      var claims = ZipWriter.Claims()
      claims.flags = 1
      return ("march.zip", zip { $0.add("march.csv", Array(table.utf8), claims) })
    case "archive-members":
      return (
        "march.zip",
        zip {
          $0.add("a.csv", table)
          $0.add("b.csv", table)
        }
      )
    case "archive-method":
      var claims = ZipWriter.Claims()
      claims.method = 14
      return ("march.zip", zip { $0.add("march.csv", Array(table.utf8), claims) })
    case "archive-too-large":
      var claims = ZipWriter.Claims()
      claims.method = 8
      claims.size = 300_000_000
      return ("march.zip", zip { $0.add("march.csv", Array(table.utf8), claims) })
    case "workbook":
      return ("march.xlsx", zip { $0.add("xl/workbook.xml", "<workbook/>") })
    case "workbook-cell":
      return ("march.xlsx", TestWorkbook([sheet("Load", [.shared(7), 12.5])]).file())
    case "workbook-sheet":
      return ("march.xlsx", TestWorkbook([sheet("Load"), sheet("Summary")]).file())
    default: return markup(of: code)
    }
  }

  private static func markup(of code: String) -> (name: String, bytes: [UInt8])? {
    let start = "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
    let text: String
    switch code {
    case "too-deep": text = start + String(repeating: "<entry>", count: 300)
    case "tag-too-long":
      text = start + "<entry id=\"" + String(repeating: "a", count: 2 << 20) + "\"/></feed>"
    case "text-too-long":
      text = start + "<entry>" + String(repeating: "a", count: 11_000_000) + "</entry></feed>"
    case "too-many-attributes":
      text =
        start + "<entry " + (0..<2000).map { "a\($0)=\"1\"" }.joined(separator: " ") + "/></feed>"
    default: return nil
    }
    return ("march.xml", Array(text.utf8))
  }

  private static func zip(_ fill: (inout ZipWriter) -> Void) -> [UInt8] {
    var writer = ZipWriter()
    fill(&writer)
    return writer.archive()
  }

  private static func sheet(
    _ name: String, _ row: [TestWorkbook.Cell] = ["2026-03-01 00:00", 12.5]
  ) -> TestWorkbook.Sheet {
    TestWorkbook.Sheet(name, [["timestamp", "kWh"], row])
  }
}
