import Documents
import Foundation
import Metering
import Quantities
import TestSupport
import Use

/// The broken file of a code, and what it needs to be read so far that it can complain.
struct BrokenLoad {
  static let folder = TestPlaces.root.appendingPathComponent("Tests/MeteringTests/Broken")

  let code: String
  /// What the user would have to say beside the file.
  var options = LoadFileOptions(account: "A")
  var zone: String?
  /// The transformers of the account. [kVA]
  var capacity: Power?

  init(_ code: String) {
    self.code = code
    switch code {
    case "Q13": capacity = Power(8)
    case "Q19": options = LoadFileOptions(zone: "Australia/Brisbane")
    case "Q21": zone = "America/New_York"
    case "Q22": options = LoadFileOptions(zone: "America/New_York")
    case "load-account": options = LoadFileOptions()
    case "load-meter": options.meter = "TEST000002"
    case "load-zone": zone = "Asia/Peking"
    case "workbook-sheet": options.sheet = "March"
    default: break
    }
  }

  /// The file of the code in the folder; nothing where the test makes its bytes.
  var path: String? {
    ["csv", "xml", "txt", "xlsx"].map { Self.folder.appendingPathComponent("\(code).\($0)").path }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  /// The file to read, under its name alone; nothing where there is none.
  var file: LoadFile? {
    if code == "file-not-found" { return LoadFile(path: "march.csv", options: options) }
    if code == "file-is-folder" {
      return LoadFile(path: Self.folder.path, name: "Broken", options: options)
    }
    guard let (name, bytes) = content else { return nil }
    return LoadFile(name: name, bytes: bytes, options: options, zone: zone)
  }

  private var content: (name: String, bytes: [UInt8])? {
    if let made = BrokenContainer.bytes(of: code) { return made }
    guard let path, let data = FileManager.default.contents(atPath: path) else { return nil }
    return (FileSystem.lastComponent(of: path), Array(data))
  }

  /// What a person is told of the file: what keeps it from being read, else what was noticed.
  func message() throws -> (text: String, codes: Set<String>) {
    if code.hasPrefix("files-") { return try listMessage() }
    guard let file else { return ("", []) }
    do throws(DiagnosticsError) {
      let collection = try LoadReader.read([file])
      let findings = collection.accounts.flatMap { account in
        account.findings
          + (account.profile.map {
            QualityCheck.findings($0, account: account.id, capacity: capacity)
          } ?? [])
      }.filter { $0.code.rawValue == code }
      return (findings.map(Self.text).joined(), Set(findings.map(\.code.rawValue)))
    } catch {
      return (DiagnosticText.render(error.diagnostics), Set(error.diagnostics.map(\.code)))
    }
  }

  private func listMessage() throws -> (text: String, codes: Set<String>) {
    guard let (name, bytes) = content else { return ("", []) }
    let source = try TextDecoding.decode(bytes, file: name)
    do throws(DiagnosticsError) {
      let list = try LoadFileList(source)
      return (
        DiagnosticText.render(list.warnings), Set(list.warnings.map(\.code))
      )
    } catch {
      return (DiagnosticText.render(error.diagnostics), Set(error.diagnostics.map(\.code)))
    }
  }

  /// A finding as the commands print it.
  static func text(_ finding: LoadFinding) -> String {
    let place = finding.place.map { "\($0): " } ?? ""
    let hint = finding.hint.map { "   hint: \($0)\n" } ?? ""
    return
      "\(place)\(finding.severity.rawValue): \(finding.text) [\(finding.code.rawValue)]\n\(hint)"
  }
}
