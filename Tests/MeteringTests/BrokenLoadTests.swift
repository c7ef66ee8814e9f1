import Documents
import Foundation
import Metering
import TestSupport
import Testing

@Suite("Every code of a load file has a broken file and the message it deserves", .serialized)
struct BrokenLoadTests {
  /// Codes that need a dossier; their files are those of the tests of Casework.
  static let ofDossiers: Set<String> = ["Q14", "Q15", "Q16", "Q17", "load-line"]

  static let all =
    LoadFindingCode.allCases.map(\.rawValue) + LoadFaultCode.allCases.map(\.rawValue)
    + SharedFaultCode.allCases.map(\.rawValue)

  @Test(
    "The message says what was read, what was expected, and where",
    arguments: all.filter { !ofDossiers.contains($0) })
  func message(_ code: String) throws {
    let (text, codes) = try BrokenLoad(code).message()
    #expect(codes == [code], "\(text)")
    let recorded = BrokenLoad.folder.appendingPathComponent("\(code).expected")
    if TestPlaces.isRecording {
      try Data(text.utf8).write(to: recorded)
      Issue.record("recorded \(code).expected; look at the difference")
      return
    }
    #expect(text == (try? String(contentsOf: recorded, encoding: .utf8)))
  }

  @Test("The page of the codes is the one that the recorded messages make")
  func page() throws {
    let text = LoadErrorPage.text
    if TestPlaces.isRecording {
      try Data(text.utf8).write(to: LoadErrorPage.path)
      Issue.record("recorded load-errors.md; look at the difference")
      return
    }
    #expect(!text.contains("```\n```"), "a code has no message")
    #expect(text == (try? String(contentsOf: LoadErrorPage.path, encoding: .utf8)))
  }

  @Test("No broken file is without a code")
  func strays() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: BrokenLoad.folder.path) {
      let code = name.split(separator: ".").first.map(String.init) ?? name
      #expect(Self.all.contains(code), "\(name) is of no code")
      #expect(!Self.ofDossiers.contains(code), "\(name) belongs to the tests of Casework")
    }
  }

  @Test("Every code is of one place and has one short sentence")
  func summaries() {
    #expect(Set(Self.all).count == Self.all.count)
    let summaries =
      LoadFindingCode.allCases.map(\.summary) + LoadFaultCode.allCases.map(\.summary)
      + SharedFaultCode.allCases.map(\.summary)
    for summary in summaries {
      #expect(summary.hasSuffix("."))
      #expect(summary.count <= 100, "\(summary)")
    }
  }

  @Test("The codes in the sources that read load files are those that are listed")
  func literals() throws {
    var used: Set<String> = []
    let code = /"((?:load|nem12|files)-[a-z]+(?:-[a-z]+)*|not-green-button)"/
    for path in try Self.sources() {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      for line in text.split(separator: "\n")
      where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        used.formUnion(line.matches(of: code).map { String($0.output.1) })
      }
    }
    let listed = Set(LoadFaultCode.allCases.map(\.rawValue))
    #expect(used.subtracting(listed).isEmpty, "not listed")
    #expect(listed.subtracting(used).isEmpty, "listed, but nowhere given")
  }

  /// The files of the readers, but for the list of codes itself.
  private static func sources() throws -> [String] {
    let folders = ["Sources/Metering", "Sources/Casework/Dossier"].map(TestPlaces.path)
    return folders.flatMap { folder in
      (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix(".swift") && !$0.hasSuffix("LoadFaultCode.swift") }
        .map { "\(folder)/\($0)" }
    }
  }
}
