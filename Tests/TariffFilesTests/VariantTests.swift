import Documents
import Foundation
import TestSupport
import Testing

@testable import TariffFiles

@Suite("One change to a file, and what is said of it")
struct VariantTests {

  struct Variant: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let changes: [String: String]
    let codes: [String]
    var testDescription: String { name }

    init(_ name: String, _ file: String, _ changes: [String: String], _ codes: [String] = []) {
      self.name = name
      self.file = file
      self.changes = changes
      self.codes = codes
    }
  }

  static let tiers = "<period name=\"all\" times=\"1\"/>"
  static let rows = "<row voltage=\"110kV\">"
  static let ranges = "<accounts capacity-over=\"100\"/>"
  static let method = "<method basis=\"capacity\" price-column=\"capacity\"/>"
  static let slope =
    "<slope from=\"0.89\" to=\"0.00\" start=\"0.50\" percent-per-hundredth=\"0.50\"/>"

  /// A demand charge before a tax.
  static func reactive(_ attributes: String, _ rules: String) -> String {
    "<demand-charge name=\"kvar\" price=\"2\" source=\"td\" \(attributes)>\(rules)</demand-charge>"
      + "<tax name=\"city\""
  }

  static let variants = [
    Variant(
      "Tiers with the same limit", "single-part.xml",
      [
        tiers: """
        <period name="all"><tier up-to="5" price="1"/><tier up-to="5" price="2"/><tier price="3"/>
        </period>
        """
      ], ["tier-limits"]),
    Variant(
      "Tiers that rise", "single-part.xml",
      [tiers: "<period name=\"all\"><tier up-to=\"5\" price=\"1\"/><tier price=\"3\"/></period>"]),
    Variant(
      "A first tier without limit", "single-part.xml",
      [tiers: "<period name=\"all\"><tier price=\"1\"/><tier price=\"3\"/></period>"],
      ["tier-limits"]),
    Variant(
      "A row for every voltage beside one for 35 kV", "prices/2026-03.xml", [rows: "<row>"],
      ["voltage-twice", "voltage-twice"]),
    Variant(
      "A range inside another", "two-part.xml",
      [ranges: ranges + "<accounts capacity-over=\"200\" capacity-below=\"300\"/>"],
      ["eligibility-overlap"]),
    Variant(
      "A range inside another, and one behind it", "two-part.xml",
      [
        ranges: "<accounts capacity-over=\"100\" capacity-below=\"900\"/>"
          + "<accounts capacity-over=\"200\" capacity-below=\"300\"/>"
          + "<accounts capacity-from=\"900\"/>"
      ], ["eligibility-overlap"]),
    Variant(
      "A last range that ends", "two-part.xml",
      [ranges: "<accounts capacity-over=\"100\" capacity-below=\"900\"/>"], ["eligibility-gap"]),
    Variant(
      "Accounts that nobody serves", "two-part.xml",
      ["billed-under=\"cn-jiangnan-single-part\"": "served=\"no\""]),
    Variant(
      "A notice of no days for a pause", "two-part.xml",
      ["contract-months=\"1\"": "contract-months=\"1\" pause-notice-days=\"0\""], ["number"]),
    Variant(
      "A notice of a week for a pause", "two-part.xml",
      ["contract-months=\"1\"": "contract-months=\"1\" pause-notice-days=\"7\""]),
    Variant(
      "An empty range", "two-part.xml",
      [ranges: "<accounts capacity-over=\"100\" capacity-up-to=\"100\"/>"], ["backwards"]),
    Variant(
      "A fallback nobody has", "two-part.xml",
      ["billed-under=\"cn-jiangnan-single-part\"": "billed-under=\"cn-jiangnan-singlepart\""],
      ["unknown-tariff"]),
    Variant(
      "A slope written from its other end", "tables.xml",
      [
        slope:
          "<slope from=\"0.00\" to=\"0.89\" start=\"45.00\" percent-per-hundredth=\"-0.50\"/>"
      ]),
    Variant(
      "A step with a point and a range", "tables.xml",
      ["<step from=\"0.95\"": "<step at=\"0.97\" from=\"0.95\""], ["conflicting-attributes"]),
    Variant(
      "A second table for a standard", "tables.xml",
      [
        "</power-factor-tables>": "<table standard=\"0.90\" source=\"pf\">"
          + "<step from=\"0.00\" to=\"1.00\" percent=\"0\"/></table></power-factor-tables>"
      ], ["duplicate-name"]),
    Variant(
      "A contract without a rule for its excess", "two-part.xml",
      ["<excess above-percent=\"105\" reading=\"A\"/>": ""], ["missing-element"]),
    Variant(
      "An excess below the contract", "two-part.xml",
      ["above-percent=\"105\"": "above-percent=\"95\""], ["number"]),
    Variant(
      "A floor that is billed without a contract, but is not there", "two-part.xml",
      ["<floor percent-of-capacity=\"40\" under=\"contract\"/>": ""], ["misplaced-rule"]),
    Variant(
      "A floor of capacity that does not say under what", "two-part.xml",
      [" under=\"contract\"": ""], ["missing-attribute"]),
    Variant(
      "A floor on capacity itself", "two-part.xml",
      [
        method: "<method basis=\"capacity\" price-column=\"capacity\"><floor kW=\"5\"/></method>"
      ], ["misplaced-rule"]),
    Variant(
      "Reactive demand with a share that is free", "single-part.xml",
      ["<tax name=\"city\"": reactive("unit=\"kvar\" free-percent=\"25\"", "")]),
    Variant(
      "A share of reactive power that is free in a charge on kW", "single-part.xml",
      ["<tax name=\"city\"": reactive("free-percent=\"25\"", "")], ["misplaced-rule"]),
    Variant(
      "A floor of active power under reactive demand", "single-part.xml",
      ["<tax name=\"city\"": reactive("unit=\"kvar\"", "<floor kW=\"5\"/>")], ["misplaced-rule"]),
    Variant(
      "A method twice", "two-part.xml", [method: method + method], ["duplicate-name"]),
    Variant(
      "A charge that is reckoned on itself", "single-part.xml",
      ["of=\"fixed energy\"": "of=\"fixed tax/city\""], ["charge-order"]),
    Variant(
      "A charge on all fixed ones, and on one of them", "single-part.xml",
      ["of=\"fixed energy\"": "of=\"fixed/meter energy\""]),
    Variant(
      "A second tax of another name, reckoned on the first", "single-part.xml",
      [
        "</version>":
          "<tax name=\"state\" percent=\"2\" of=\"tax/city\" source=\"td\"/></version>"
      ]),
    Variant(
      "A second tax of the same name", "single-part.xml",
      ["</version>": "<tax name=\"city\" percent=\"2\" of=\"energy\" source=\"td\"/></version>"],
      ["duplicate-name"]),
    Variant(
      "Tiers where printed prices are billed", "two-part.xml",
      [
        "<period name=\"flat\" times=\"1\" price-column=\"flat\"/>":
          "<period name=\"flat\" price-column=\"flat\"><tier price=\"1\"/></period>"
      ], ["misplaced-rule"]),
    Variant(
      "A period for some months only, of which the calendar has hours", "two-part.xml",
      [
        "times=\"1.92\" price-column=\"sharp\"":
          "times=\"1.92\" price-column=\"sharp\" months=\"7 8\""
      ]
    ),
    Variant(
      "Sunday in a season that has one for all", "two-part.xml",
      [
        "<day season=\"rest\" type=\"weekend\">":
          "<day type=\"sunday\"><hours period=\"flat\" from=\"00:00\" to=\"24:00\"/></day>"
          + "<day season=\"rest\" type=\"saturday\">"
      ], ["day-overlap"]),
    Variant(
      "Hours past midnight", "two-part.xml",
      [
        "<hours period=\"flat\" from=\"10:00\" to=\"24:00\"/>":
          "<hours period=\"flat\" from=\"22:00\" to=\"06:00\"/>"
      ],
      ["backwards"]),
    Variant(
      "A page in another currency", "prices/2026-03.xml",
      ["CNY/kWh": "HKD/kWh", "CNY/kW/": "HKD/kW/", "CNY/kVA/": "HKD/kVA/"], ["unit"]),
    Variant(
      "A page without end", "prices/2026-03.xml", [" to=\"2026-03-31\"": ""]),
    Variant(
      "A column twice", "prices/2026-03.xml", ["line-loss transmission": "line-loss line-loss"],
      ["duplicate-name", "missing-column"]),
    Variant(
      "A figure in a column of another tariff", "prices/2026-03.xml",
      [
        "</price-page>": "<rows tariff=\"cn-jiangnan-single-part\"><row> "
          + "- - - - - - - - - - 38.4 - </row></rows></price-page>"
      ], ["blank-cell"]),
    Variant(
      "A mark with a wrong figure on a cell that recomputes", "prices/2026-03.xml",
      [
        "</rows>": "<as-printed voltage=\"35kV\" column=\"peak\" recomputed=\"0.9999\"/></rows>"
      ], ["as-printed-needless"]),
    Variant(
      "A mark on a figure that follows from no other", "prices/2026-03.xml",
      ["</rows>": "<as-printed voltage=\"35kV\" column=\"demand\" recomputed=\"1\"/></rows>"],
      ["as-printed-cell"]),
    Variant(
      "A case of a tariff nobody has", "cases/2026-03-35kV.xml",
      ["tariff=\"cn-jiangnan-two-part\"": "tariff=\"cn-jiangnan-two-parts\""],
      ["unknown-tariff"]),
    Variant(
      "A case with a period and charges its tariff does not have", "cases/2026-03-35kV.xml",
      [
        "<energy period=\"peak\"": "<energy period=\"pek\"",
        "charge=\"energy/peak\"": "charge=\"energy/pek\"",
        "<maximum-demand kW=\"4120\"/>": "<maximum-demand kW=\"4120\" window=\"on-peak\"/>",
      ], ["unknown-charge", "unknown-period", "unknown-period"]),
    Variant(
      "A case before its tariff", "cases/2026-03-35kV.xml",
      ["name=\"2026-03\"": "name=\"2025-03\""],
      ["no-version"]),
    Variant(
      "A published figure that was not published", "cases/2026-03-35kV.xml",
      [
        "</case>": "<published charge=\"total\" amount=\"1\" verdict=\"own\"/>"
          + "<published charge=\"total\" verdict=\"right\"/></case>"
      ], ["conflicting-attributes", "missing-attribute"]),
  ]

  @Test("Variants of the invented province", arguments: variants)
  func variant(_ variant: Variant) throws {
    let path = TestPlaces.base + "/" + variant.file
    var text = try String(contentsOfFile: path, encoding: .utf8)
    for (old, new) in variant.changes {
      #expect(text.contains(old), "\(old) is not in \(variant.file)")
      text = text.replacingOccurrences(of: old, with: new)
    }
    let found = try Scratch.check(text)
    #expect(found.map(\.code).sorted() == variant.codes, "\(DiagnosticText.render(found))")
  }
}
