import Casework
import Documents
import Foundation
import Quantities
import Testing
import Use

/// Dossiers written to a folder of their own, for all tests of the dossier's tables.
@Suite("The folder of a dossier")
struct DossierFolderTests {
  /// One account, and what most tables need beside it.
  static let account = "account,tariff\nA,t\n"

  /// Opens a dossier of some tables; where no accounts are given there is one, `A`.
  static func open(_ tables: [String: String]) throws -> Dossier {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dossier-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in tables.merging(
      ["accounts.csv": account], uniquingKeysWith: { own, _ in own })
    {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    return try DossierReader.open(DossierRequest(origin: .folder(folder.path)))
  }

  /// What is wrong with a dossier, one line each: place, message, code and hint.
  static func faults(_ tables: [String: String]) throws -> [String] {
    do {
      _ = try open(tables)
      return []
    } catch let error as DiagnosticsError {
      return error.diagnostics.map { found in
        let file = found.file.split(separator: "/").last ?? ""
        let place = "\(file):\(found.line ?? 0):\(found.column ?? 0)"
        return "\(place): \(found.message) [\(found.code)]" + (found.hint.map { " -- \($0)" } ?? "")
      }
    }
  }

  /// The only account of a dossier of some tables.
  static func onlyAccount(_ tables: [String: String]) throws -> Account {
    try #require(try open(tables).accounts.first).account
  }

  /// The readings of the first account of a dossier of some tables.
  static func readings(_ tables: [String: String]) throws -> [MonthlyReading] {
    guard case .readings(let months) = try #require(try open(tables).accounts.first).use else {
      return []
    }
    return months
  }

  @Test("Templates that are left empty change nothing")
  func templates() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dossier-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let written = try DossierTemplate.write(into: folder.path)
    let names = Set(written.map { String($0.dropFirst(folder.path.count + 1)) })
    #expect(
      names == [
        "accounts.csv", "readings.csv", "lines.csv", "points.csv", "transformers.csv",
        "events.csv", "adjustments.csv", "curve.csv", "weather.csv", "issued.csv",
        "load/files.csv",
      ])
    try Data("account,tariff\nA,t\n".utf8).write(
      to: folder.appendingPathComponent("accounts.csv"))
    let request = DossierRequest(origin: .folder(folder.path))
    let dossier = try DossierReader.open(request)
    let entry = try #require(dossier.accounts.first)
    #expect(entry.account == Account(id: "A", tariff: "t"))
    #expect(entry.use == nil)
    #expect(dossier.issued.isEmpty)
    #expect(dossier.warnings.isEmpty)
  }

  @Test("Columns of accounts.csv that only some tariffs need")
  func furtherColumns() throws {
    let account = try Self.onlyAccount([
      "accounts.csv":
        "account,tariff,差别电价,own_generation_kw,resale_demand_kw,note\nA,t,restricted,1500,20.5,x\n"
    ])
    #expect(account.surchargeClass == "restricted")
    #expect(account.ownGeneration == Power(1500))
    #expect(account.resaleDemand == (try Power("20.5")))
  }
}
