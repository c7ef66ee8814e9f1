import Foundation
import TestSupport
import Testing

/// Names of others in the tables that answers give to spreadsheets.
@Suite("Hostile names in CSV answers")
struct HostileNameTests {
  /// What a spreadsheet would work out stands behind an apostrophe in an answer.
  ///
  /// A dossier's cells are read without blanks at their ends, so that no name begins with a
  /// tabulator or a return.
  private static let names: [(given: String, read: String, written: String)] = [
    ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ("+1+1", "+1+1", "'+1+1"), ("-2+3", "-2+3", "'-2+3"), ("@SUM(A1)", "@SUM(A1)", "'@SUM(A1)"),
    ("\t=1+1", "=1+1", "'=1+1"), ("\r=2+2", "=2+2", "'=2+2"), ("＝3+3", "＝3+3", "'＝3+3"),
    ("<script>alert(1)</script>", "<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("\u{202E}=cmd()", "\u{202E}=cmd()", "\u{202E}=cmd()"), ("-5", "-5", "-5"),
    ("a,\"b\"\nc", "a,\"b\"\nc", "a,\"b\"\nc"), (",\u{301}x", ",\u{301}x", ",\u{301}x"),
  ]

  /// A dossier of the mill under each of the names, as number, name and in a column of the owner's.
  private static func folder() throws -> URL {
    let mill = URL(fileURLWithPath: TestPlaces.path("samples/titanium-mill"))
    func rows(_ name: String) throws -> (heading: String, rows: [[String]]) {
      let text = try String(contentsOf: mill.appendingPathComponent(name), encoding: .utf8)
      let lines = text.split(separator: "\n").map(String.init)
      return (lines[0], lines.dropFirst().map { $0.components(separatedBy: ",") })
    }
    func quoted(_ text: String) -> String {
      "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
    let accounts = try rows("accounts.csv")
    let readings = try rows("readings.csv")
    var (list, read) = (accounts.heading + ",note\n", readings.heading + "\n")
    for name in names.map({ quoted($0.given) }) {
      list += ([name, name] + accounts.rows[0].dropFirst(2) + [name]).joined(separator: ",") + "\n"
      for row in readings.rows { read += ([name] + row.dropFirst()).joined(separator: ",") + "\n" }
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tariffwise-hostile-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(list.utf8).write(to: folder.appendingPathComponent("accounts.csv"))
    try Data(read.utf8).write(to: folder.appendingPathComponent("readings.csv"))
    return folder
  }

  /// The cells of a table by RFC 4180.
  private static func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    func end() { rows[rows.count - 1].append(String(cell)) }
    while let scalar = next {
      next = scalars.next()
      switch scalar {
      case "\"" where isQuoted && next == "\"":
        cell.append("\"")
        next = scalars.next()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        end()
        cell = String.UnicodeScalarView()
      case "\r" where !isQuoted && next == "\n":
        end()
        cell = String.UnicodeScalarView()
        rows.append([])
        next = scalars.next()
      default: cell.append(scalar)
      }
    }
    return rows.dropLast()
  }

  /// No cell but a number begins as a formula does.
  private static func check(_ rows: [[String]]) {
    for cell in rows.joined() {
      guard let first = cell.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first)
      else { continue }
      #expect(cell.wholeMatch(of: #/-[0-9]+(\.[0-9]+)?/#) != nil, "\(cell)")
    }
    #expect(Set(rows.map(\.count)).count == 1)
  }

  @Test("bill: the account of every row is its number, harmless, and its own again without that")
  func bill() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try Program.run(["bill", folder.path, "--format", "csv"])
    #expect(result.exit == 0, "\(result.errors)")
    let rows = Self.cells(result.output)
    Self.check(rows)
    // Twelve months of a basic charge, four periods, the power factor and a total.
    let accounts = rows.dropFirst().map(\.[0])
    #expect(accounts.count == Self.names.count * 12 * 7)
    for name in Self.names {
      #expect(accounts.count { $0 == name.written } == 12 * 7, "\(name.given)")
    }
    let json = try Program.run(["bill", folder.path, "--format", "json"]).output
    let answer = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let told = (answer?["accounts"] as? [[String: Any]])?.compactMap { $0["account"] as? String }
    // Programs are told the name itself.
    #expect(told == Self.names.map(\.read))
  }

  @Test("screen: number, name and the owner's column are harmless, and a number of the owner's one")
  func screen() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try Program.run(["screen", folder.path, "--format", "csv"])
    #expect(result.exit == 0, "\(result.errors)")
    let rows = Self.cells(result.output)
    Self.check(rows)
    let note = try #require(rows[0].firstIndex(of: "note"))
    #expect(Set(rows.dropFirst().map(\.[0])) == Set(Self.names.map(\.written)))
    for row in rows.dropFirst() { #expect(row[0] == row[1] && row[0] == row[note]) }
  }

  @Test("whatif: the account of every month is harmless")
  func whatif() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in Self.names {
      let result = try Program.run([
        "whatif", folder.path, "--account=\(name.read)", "--basic-charge", "capacity", "--format",
        "csv",
      ])
      #expect(result.exit == 0, "\(result.errors)")
      let rows = Self.cells(result.output)
      Self.check(rows)
      #expect(rows.count == 13)
      for row in rows.dropFirst() { #expect(row[0] == name.written) }
    }
  }
}
