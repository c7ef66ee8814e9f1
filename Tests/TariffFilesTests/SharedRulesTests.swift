import Documents
import Foundation
import Quantities
import Tariffs
import TestSupport
import Testing

@testable import TariffFiles

@Suite("Rules that stand once and are taken by many")
struct SharedRulesTests {

  static let shared = """
    <?xml version="1.0" encoding="UTF-8"?>
    <shared-rules xmlns="urn:tariffwise:1" id="common">
      <source id="law" number="No. 1" title="The law" confidence="secondary"/>
      <rounding money="1"/>
      <energy-charge bills="derived" source="law">
        <component name="energy" price="0.4"/>
        <period name="all" price="0"/>
      </energy-charge>
    </shared-rules>
    """

  static func tariff(_ id: String, _ charge: String = "<energy-charge shared=\"common\"/>")
    -> String
  {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <tariff xmlns="urn:tariffwise:1" id="\(id)" area="cn-test" currency="CNY"
            time-zone="Asia/Shanghai">
      <title xml:lang="en">Test</title>
      <source id="own" title="A notice" confidence="invented"/>
      <version from="2026-01-01" source="own">
        <rounding shared="common"/>
        <fixed-charge per="month" price="3" source="own"/>
        \(charge)
        <tax name="city" percent="10" of="energy" source="own"/>
      </version>
    </tariff>
    """
  }

  static func found(_ files: [String: String]) throws -> [Diagnostic] {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for (name, text) in files { try scratch.write(text, to: name) }
    return TariffChecker(library: nil).check([scratch.folder.path])
  }

  @Test("A charge is read where it is taken, with its own sources, file and line")
  func taken() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(Self.shared, to: "in/shared.xml")
    try scratch.write(Self.tariff("one"), to: "in/one.xml")
    let folder = scratch.folder.appendingPathComponent("in").path
    let book = try TariffLibrary(folders: [folder]).load(ids: ["one"])
    let version = try #require(book.tariffs["one"]?.versions.first)
    #expect(version.charges.map(\.name) == ["fixed", "energy", "tax/city"])
    #expect(version.charges.map { $0.rule.source?.id } == ["own", "law", "own"])
    #expect(version.charges[1].rule.citation == "No. 1; in/shared.xml:5")
    #expect(version.rounding.moneyDigits == 0)
  }

  @Test("Of two taxes that are shared, a tariff takes the one it names")
  func named() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let taxes = ["town", "region"].map {
      "<tax name=\"\($0)\" percent=\"5\" of=\"energy\" source=\"law\"/>"
    }
    try scratch.write(
      Self.shared.replacingOccurrences(
        of: "</shared-rules>", with: taxes.joined() + "</shared-rules>"), to: "in/shared.xml")
    try scratch.write(
      Self.tariff(
        "one", "<energy-charge shared=\"common\"/><tax shared=\"common\" name=\"region\"/>"),
      to: "in/one.xml")
    let folder = scratch.folder.appendingPathComponent("in").path
    let book = try TariffLibrary(folders: [folder]).load(ids: ["one"])
    let version = try #require(book.tariffs["one"]?.versions.first)
    #expect(version.charges.map(\.name) == ["fixed", "energy", "tax/region", "tax/city"])
  }

  @Test("Of shared rules in two folders those of the first are taken")
  func precedence() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(Self.shared, to: "first/shared.xml")
    try scratch.write(Self.tariff("one"), to: "second/one.xml")
    try scratch.write(
      Self.shared.replacingOccurrences(of: "No. 1", with: "No. 2"), to: "second/shared.xml")
    let folders = ["first", "second"].map { scratch.folder.appendingPathComponent($0).path }
    for (folders, citation) in [
      (folders, "No. 1; first/shared.xml:5"), (folders.reversed(), "No. 2; second/shared.xml:5"),
    ] {
      let version = try TariffLibrary(folders: folders).load(ids: ["one"])
        .tariffs["one"]?.versions.first
      #expect(version?.charges.first { $0.name == "energy" }?.rule.citation == citation)
    }
  }

  @Test("A slip in shared rules is told once, however many tariffs take them")
  func slip() throws {
    let wrong = Self.shared.replacingOccurrences(of: "price=\"0.4\"", with: "price=\"0.4元\"")
    let found = try Self.found([
      "shared.xml": wrong, "one.xml": Self.tariff("one"), "two.xml": Self.tariff("two"),
    ])
    #expect(found.map(\.code) == ["number"])
    #expect(found.first?.file.hasSuffix("shared.xml") == true)
  }

  @Test("Rules nobody has, and kinds of rule a file does not have, are named")
  func unknown() throws {
    let files = ["shared.xml": Self.shared]
    let wrongID = try Self.found(
      files.merging(["one.xml": Self.tariff("one", "<energy-charge shared=\"comon\"/>")]) { a, _ in
        a
      })
    #expect(wrongID.contains { $0.code == "unknown-rules" && $0.hint?.contains("common") == true })
    let wrongKind = try Self.found(
      files.merging([
        "one.xml": Self.tariff(
          "one", "<basic-charge shared=\"common\"/><energy-charge shared=\"common\"/>")
      ]) { a, _ in a })
    #expect(wrongKind.map(\.code) == ["unknown-rules"])
    #expect(wrongKind.first?.message.contains("<energy-charge>") == true)
  }

  @Test("A charge that is reckoned on one below it is found across files")
  func order() throws {
    let text = Self.tariff("one")
      .replacingOccurrences(of: "<energy-charge shared=\"common\"/>", with: "")
      .replacingOccurrences(
        of: "</version>", with: "<energy-charge shared=\"common\"/></version>")
    let found = try Self.found(["shared.xml": Self.shared, "one.xml": text])
    #expect(found.map(\.code) == ["charge-order"])
  }

  @Test("The national rules are in every two-part tariff of China, from one file")
  func national() throws {
    let tariffs = try ChineseHoursTests.book.get().tariffs.values.filter {
      $0.id.hasPrefix("cn-") && $0.id.contains("two-part")
    }
    #expect(tariffs.count == 38)
    for tariff in tariffs {
      let version = try #require(tariff.versions.last)
      let basic = try #require(version.charges.first { $0.name == "basic" })
      #expect(basic.rule.file == "tariffs/cn/national/two-part.xml")
      #expect(
        version.basicCharge?.methods.map(\.method) == [.capacity, .contractDemand, .actualDemand])
    }
  }

  /// By 〔83〕水电财字215号: 0.90 above 160 kVA at high voltage, 0.85 from 100 kVA.
  static let standards: [(kVA: String, voltage: Voltage, standard: PowerFactorStandard?)] = [
    ("99.999", .from1To10kV, nil), ("100", .from1To10kV, .p85), ("160", .from1To10kV, .p85),
    ("160.001", .from1To10kV, .p90), ("160.001", .kV330, .p90), ("5000", .below1kV, .p85),
  ]

  @Test("The power factor of every tariff of China is held to 0.90 above 160 kVA, 0.85 from 100")
  func powerFactor() throws {
    for id in ChineseHoursTests.tariffs.map(\.id) {
      let version = try #require(try ChineseHoursTests.book.get().tariffs[id]?.versions.last)
      let part = id.contains("two-part") ? "two-part" : "single-part"
      let charge = try #require(version.charges.first { $0.name == "power-factor" })
      #expect(charge.rule.file == "tariffs/cn/national/\(part).xml")
      let adjustment = try #require(version.powerFactorCharge)
      #expect(
        adjustment.base.map(\.name) == (part == "two-part" ? ["basic", "energy"] : ["energy"]))
      // What is fed back counts as what is drawn does.
      #expect(adjustment.counted == .forwardAndReverse, "\(id)")
      for (kVA, voltage, standard) in Self.standards {
        let capacity = try Power(kVA)
        let found = adjustment.standards.first {
          $0.capacity.contains(capacity) && $0.voltages?.contains(voltage) ?? true
        }
        #expect(found?.standard == standard, "\(id) \(kVA) kVA \(voltage)")
      }
      #expect(version.demandIntervalSeconds == 900, "\(id)")
    }
  }
}
