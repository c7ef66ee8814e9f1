import Foundation
import Testing

@Suite("The architecture is what design says")
struct ArchitectureTests {
  /// Layer by target; a target may import targets of lower layers only.
  static let layers: [String: Int] = [
    "Quantities": 0, "Catalogues": 1, "Documents": 1, "LinearProgramming": 1, "Tariffs": 2,
    "Use": 2,
    "TariffFiles": 3, "Metering": 3,
    "Billing": 4, "Casework": 5, "Advice": 5, "Screening": 6, "Reporting": 7, "tariffwise": 8,
  ]

  /// Targets with a shorter list than their layer allows.
  static let allowed: [String: Set<String>] = [
    "Quantities": [], "Catalogues": [], "Tariffs": ["Quantities"], "Use": ["Quantities"],
    "Billing": ["Tariffs", "Use", "Quantities"],
  ]

  /// Packages of others by the only target that may import them.
  static let packages: [String: String] = [
    "GRDB": "Screening", "ArgumentParser": "tariffwise", "Mustache": "Reporting",
  ]

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct SourceFile: Sendable, CustomTestStringConvertible {
    let target: String
    let path: String
    let lines: [String]
    var testDescription: String { path }
  }

  static func files(in folder: String) throws -> [SourceFile] {
    let base = root.appendingPathComponent(folder)
    let enumerator = try #require(FileManager.default.enumerator(atPath: base.path))
    var files: [SourceFile] = []
    for case let path as String in enumerator where path.hasSuffix(".swift") {
      let text = try String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)
      files.append(
        SourceFile(
          target: String(path.prefix { $0 != "/" }), path: "\(folder)/\(path)",
          lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)))
    }
    return files
  }

  @Test("Imports point down: none up, none sideways")
  func imports() throws {
    let files = try Self.files(in: "Sources")
    #expect(files.count > 50)
    for file in files {
      let layer = try #require(Self.layers[file.target], "\(file.path) stands in no layer")
      for line in file.lines {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
          words[..<index].allSatisfy({
            $0.hasPrefix("@") || $0 == "package" || $0 == "public" || $0 == "internal"
          })
        else { continue }
        let name = String(words[index + 1].prefix { $0 != "." })
        if let owner = Self.packages[name] {
          #expect(file.target == owner, "\(file.path) imports \(name); only \(owner) may")
        }
        if let other = Self.layers[name] {
          #expect(other < layer, "\(file.path) imports \(name) from layer \(other)")
          if let allowed = Self.allowed[file.target] {
            #expect(allowed.contains(name), "\(file.path) may not import \(name)")
          }
        } else if file.target == "Quantities" {
          Issue.record("\(file.path) imports \(name); quantities import nothing")
        } else if Self.allowed[file.target] != nil, name != "Synchronization" {
          Issue.record("\(file.path) imports \(name); the core needs no library")
        }
      }
    }
  }

  @Test("No file is longer than 400 lines")
  func lengths() throws {
    for folder in ["Sources", "Tests"] {
      for file in try Self.files(in: folder) {
        #expect(file.lines.count <= 401, "\(file.path) has \(file.lines.count) lines")
      }
    }
  }

  @Test("Every target of the package stands in the table of layers, and every folder is a target")
  func targets() throws {
    let manifest = try String(
      contentsOf: Self.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appendingPathComponent("Sources").path)
    for folder in folders where !folder.hasPrefix("C") || Self.layers[folder] != nil {
      #expect(Self.layers[folder] != nil, "\(folder) stands in no layer")
      #expect(manifest.contains("name: \"\(folder)\""), "\(folder) is no target")
    }
  }

  @Test("Money never touches binary floating point")
  func noFloatingPoint() throws {
    // Averages for display may, and linear programmes, whose answers are billed in whole numbers.
    let exceptions = [
      "Sources/Advice/Audit/Indicators.swift", "Sources/Advice/Storage/StorageProgramme.swift",
    ]
    for file in try Self.files(in: "Sources")
    where [
      "Quantities", "Tariffs", "Use", "Billing", "Advice", "Metering", "TariffFiles", "Casework",
    ]
    .contains(file.target) && !exceptions.contains(file.path) {
      for (number, line) in file.lines.enumerated() {
        let code = line.components(separatedBy: "//").first ?? ""
        #expect(
          !code.contains(#/\b(Double|Float|Float80)\b/#),
          "\(file.path):\(number + 1) uses floating point")
      }
    }
  }

  @Test("A report has binary floating point for places in pictures only")
  func reportsWithoutFloatingPoint() throws {
    // Exhibits turn the figures of their tables into heights and widths; nothing goes back.
    // A square root is shown as it is worked by hand.
    let drawing = [
      "Sources/Reporting/Pictures/", "Sources/Reporting/Exhibits/",
      "Sources/Reporting/Explanations/PowerFactorArithmetic.swift",
    ]
    for file in try Self.files(in: "Sources")
    where file.target == "Reporting" && !drawing.contains(where: file.path.hasPrefix) {
      for (number, line) in file.lines.enumerated() {
        let code = line.components(separatedBy: "//").first ?? ""
        #expect(
          !code.contains(#/\b(Double|Float|Float80)\b/#),
          "\(file.path):\(number + 1) uses floating point")
      }
    }
    for file in try Self.files(in: "Sources")
    where file.path.hasPrefix("Sources/Reporting/Pictures/") {
      for (number, line) in file.lines.enumerated() {
        let code = line.components(separatedBy: "//").first ?? ""
        #expect(
          !code.contains(#/\b(Money|Price|Quantity|Energy|Power|Rate)\b/#),
          "\(file.path):\(number + 1): a picture knows places, not money")
      }
    }
  }
}
