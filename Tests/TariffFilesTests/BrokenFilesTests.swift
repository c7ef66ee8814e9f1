import Documents
import Foundation
import TestSupport
import Testing

@testable import TariffFiles

@Suite("Every code has a broken file and the message it deserves")
struct BrokenFilesTests {

  /// The broken files belong to an invented province; the tables of 1983 are the shipped ones.
  static func library() throws -> TariffLibrary {
    try TariffLibrary(folders: [TestPlaces.base, TestPlaces.tariffs])
  }

  /// The file of a code, or the folder where it takes more than one.
  static func path(of code: TariffFileCode) -> String? {
    let file = TestPlaces.broken.appendingPathComponent("\(code.rawValue).xml").path
    let folder = TestPlaces.broken.appendingPathComponent(code.rawValue).path
    return [file, folder].first { FileManager.default.fileExists(atPath: $0) }
  }

  @Test("The invented province itself is in order")
  func base() throws {
    let found = TariffChecker(library: try Self.library()).check([TestPlaces.base])
    #expect(found.isEmpty, "\(DiagnosticText.render(found))")
  }

  @Test(
    "The message says what was read, what was expected, and where",
    arguments: TariffFileCode.allCases)
  func message(_ code: TariffFileCode) throws {
    let path = try #require(Self.path(of: code), "there is no broken file for \(code.rawValue)")
    let found = TariffChecker(library: try Self.library()).check([path])
    #expect(found.contains { $0.code == code.rawValue }, "\(DiagnosticText.render(found))")
    #expect(
      found.allSatisfy { TariffFileCode(rawValue: $0.code) != nil },
      "another layer spoke first: \(DiagnosticText.render(found))")
    let text = DiagnosticText.render(found)
      .replacingOccurrences(of: TestPlaces.broken.path + "/", with: "")
    let recorded = TestPlaces.broken.appendingPathComponent("\(code.rawValue).expected")
    if TestPlaces.isRecording {
      try Data(text.utf8).write(to: recorded)
      Issue.record("recorded \(code.rawValue).expected; look at the difference")
      return
    }
    let expected = try? String(contentsOf: recorded, encoding: .utf8)
    #expect(text == expected)
  }

  @Test("No broken file is without a code")
  func strays() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: TestPlaces.broken.path)
    for name in names {
      let code = name.split(separator: ".").first.map(String.init) ?? name
      #expect(TariffFileCode(rawValue: code) != nil, "\(name) is of no code")
    }
  }

  @Test("Every code is one kebab-case word with one sentence", arguments: TariffFileCode.allCases)
  func summary(_ code: TariffFileCode) {
    #expect(code.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
    #expect(code.summary.hasSuffix("."))
    #expect(code.summary.count <= 100)
  }
}
