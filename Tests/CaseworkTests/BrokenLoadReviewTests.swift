import Billing
import Casework
import Documents
import Foundation
import Metering
import Quantities
import TariffFiles
import TestSupport
import Testing

/// The codes of interval data that need a dossier beside it.
///
/// `Broken/common` holds January 2026 by hours: 60 kWh in the first hour of each day to 83 in the
/// last, and 96 kWh from 10:00 on the 14th. Those are 4867 kWh in sharp hours, 14849 in peak, 17386
/// in flat and 16120 in valley hours, 53222 in all. A folder's own tables take the place of these.
@Suite("Every code of a dossier's load has broken tables and the message it deserves")
struct BrokenLoadReviewTests {
  private static let folder = TestPlaces.root.appendingPathComponent("Tests/CaseworkTests/Broken")

  private static func tables(_ code: String) throws -> [String: String] {
    var tables: [String: String] = [:]
    for part in ["common", code] {
      let folder = folder.appendingPathComponent(part)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        tables[name] = try String(
          contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      }
    }
    return tables
  }

  private static func text(_ finding: LoadFinding) -> String {
    let hint = finding.hint.map { "   hint: \($0)\n" } ?? ""
    return "\(finding.severity.rawValue): \(finding.text) [\(finding.code.rawValue)]\n\(hint)"
  }

  /// What is wrong with the tables of a code, with the names of files alone.
  private static func message(_ code: String) throws -> (text: String, codes: Set<String>) {
    do {
      let dossier = try DossierFolderTests.open(tables(code))
      let entry = try #require(dossier.accounts.first)
      let book = try TariffLibrary(folders: [TestPlaces.path("tariffs")])
        .load(ids: ["cn-hubei-two-part"])
      let findings = AccountReview.findings(of: entry, terms: BillingTerms(book: book))
        .filter { $0.code.rawValue == code }
      return (findings.map(text).joined(), Set(findings.map(\.code.rawValue)))
    } catch let error as DiagnosticsError {
      let folder = error.diagnostics.first.map { FileSystem.folder(of: $0.file) + "/" } ?? ""
      let text = DiagnosticText.render(error.diagnostics).replacingOccurrences(of: folder, with: "")
      return (text, Set(error.diagnostics.map(\.code)))
    }
  }

  @Test(
    "The message says what was read, what was expected, and where",
    arguments: ["Q14", "Q15", "Q16", "Q17", "load-line"])
  func message(_ code: String) throws {
    let (text, codes) = try Self.message(code)
    #expect(codes == [code], "\(text)")
    let recorded = Self.folder.appendingPathComponent("\(code).expected")
    if TestPlaces.isRecording {
      try Data(text.utf8).write(to: recorded)
      Issue.record("recorded \(code).expected; look at the difference")
      return
    }
    #expect(text == (try? String(contentsOf: recorded, encoding: .utf8)))
  }
}
