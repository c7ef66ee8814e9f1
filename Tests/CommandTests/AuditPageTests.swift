import Foundation
import TestSupport
import Testing

/// The page of an audit holds the figures of its JSON, draws them, and says what they are.
@Suite("An audit as a page")
struct AuditPageTests {
  static let steel = ["samples/steel-works", "--as-of", "2026-01"]
  static let mill = ["samples/titanium-mill"]

  static func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try Program.run(["audit"] + arguments + ["--format", "json"])
    #expect(result.exit == 0, "\(arguments): \(result.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  static func number(_ value: Any?) -> Decimal? {
    if let text = value as? String { return Decimal(string: text) }
    // Numbers of JSON come as they are written where they have few digits.
    return (value as? NSNumber).flatMap { Decimal(string: $0.stringValue) }
  }

  static func list(_ value: Any?) throws -> [[String: Any]] {
    try #require(value as? [[String: Any]], "\(String(describing: value)) is no list")
  }

  static func object(_ value: Any?) throws -> [String: Any] {
    try #require(value as? [String: Any], "\(String(describing: value)) is no object")
  }

  @Test("Bills, maxima, measures and borders are those of the JSON", arguments: [mill, steel])
  func bills(arguments: [String]) throws {
    let page = try Page.audit(arguments)
    let answer = try Self.json(arguments)
    let months = try Self.list(Self.object(answer["bill"])["months"])
    let anatomy = try page.tables("anatomy")
    #expect(anatomy.count == 2)
    #expect(anatomy[0].rows.map(\.[0].text) == months.compactMap { $0["month"] as? String })
    for (row, month) in zip(anatomy[0].rows, months) {
      #expect(row[row.count - 2].number == Self.number(month["total"]))
      #expect(row[row.count - 1].number == Self.number(month["average_price"]))
      // The groups of a month add up to its total.
      let groups = row[2..<(row.count - 2)].compactMap(\.number).reduce(0, +)
      #expect(groups == row[row.count - 2].number)
      let energy = try Self.object(month["determinants"])["total_energy_kwh"]
      #expect(row[1].number == Self.number(energy))
    }
    let indicators = try Self.object(answer["indicators"])
    let totals = try #require(anatomy[0].totals)
    #expect(totals[totals.count - 2].number == Self.number(indicators["total"]))
    let amounts = try Self.object(indicators["amounts"]).values.compactMap(Self.number)
    #expect(Set(anatomy[1].rows.compactMap(\.[1].number)) == Set(amounts))

    let maxima = try #require(try page.tables("maxima").first)
    for (row, month) in zip(maxima.rows, months) {
      let determinants = try Self.object(month["determinants"])
      #expect(row[1].number == Self.number(determinants["max_demand_kw"]))
      #expect(row[2].number == Self.number(determinants["billed_demand_kw"]))
      #expect(row[3].number == Self.number(determinants["contract_demand_kw"]))
    }

    let best = try Self.object(answer["best"])
    let waterfall = try #require(try page.tables("waterfall").first)
    #expect(waterfall.rows[0][2].number == Self.number(indicators["total"]))
    #expect(
      waterfall.rows.dropFirst().map { $0[2].number.map { -$0 } }
        == (try Self.list(best["levers"])).map { Self.number($0["saving"]) })
    #expect(waterfall.totals?[2].number == Self.number(best["total"]))
    let sum = waterfall.rows.compactMap(\.[2].number).reduce(0, +)
    #expect(sum == waterfall.totals?[2].number)

    let changes = Page.all(in: try page.part("changes")).filter { $0.name == "article" }
    let recommendations = try Self.list(answer["recommendations"])
    #expect(changes.count == recommendations.count)
    for (change, recommendation) in zip(changes, recommendations) {
      let data = Page.all(in: change).first { $0.name == "data" }?.attribute(named: "value")?.value
      #expect(data.flatMap { Decimal(string: $0) } == Self.number(recommendation["saving"]))
      let text = Page.text(of: change)
      for check in try #require(recommendation["check_on_site"] as? [String]) {
        let isThere = text.contains(check)
        #expect(isThere, "\(check)")
      }
    }
    let findings = try Self.list(answer["findings"])
    let listed = Page.all(in: try page.part("findings")).filter { $0.name == "code" }
    #expect(listed.map(\.text) == findings.compactMap { $0["code"] as? String })
  }

  @Test("Curves are those of the JSON: contracts, transformers, filings")
  func curves() throws {
    let page = try Page.audit(Self.mill)
    let answer = try Self.json(Self.mill)
    let forecast = try Self.list(Self.object(answer["forecast"])["curve"])
    let contract = try #require(try page.tables("contract").first)
    #expect(
      contract.rows.map(\.[0].number) == forecast.map { Self.number($0["contract_demand_kw"]) })
    #expect(contract.rows.map(\.[1].number) == forecast.map { Self.number($0["cost"]) })
    let capacities = try Self.list(answer["capacities"])
    let capacity = try #require(try page.tables("capacity").first)
    #expect(capacities.count > 2)
    #expect(capacity.rows.map(\.[0].number) == capacities.map { Self.number($0["capacity_kva"]) })
    #expect(capacity.rows.map(\.[1].number) == capacities.map { Self.number($0["total"]) })
    let filings = try Self.list(answer["calendar"])
    let calendar = try #require(try page.tables("filings").first)
    #expect(calendar.rows.map(\.[1].text) == filings.compactMap { $0["in_force_from"] as? String })
  }

  @Test("The load's tables are those of the JSON, and hold every interval once")
  func load() throws {
    let page = try Page.audit(Self.steel)
    let shape = try Self.object(Self.json(Self.steel)["load_shape"])
    let months = try Self.list(shape["hours_by_month"])
    let carpet = try #require(try page.tables("carpet").first)
    #expect(carpet.rows.count == 24 && months.count == 12)
    for (column, month) in months.enumerated() {
      let powers = try #require(month["kw"] as? [Any])
      #expect(carpet.rows.map { $0[column + 1].number } == powers.map(Self.number))
    }
    let typical = try #require(try page.tables("typical").first)
    for (index, day) in try Self.list(shape["typical_days"]).enumerated() {
      let powers = try #require(day["weekend_kw"] as? [Any])
      #expect(typical.rows.map { $0[index * 2 + 2].number } == powers.map(Self.number))
    }
    let duration = try #require(try page.tables("duration").first)
    let points = try Self.list(shape["duration"])
    #expect(duration.rows.map(\.[0].number) == points.map { Self.number($0["share"]) })
    #expect(duration.rows.map(\.[1].number) == points.map { Self.number($0["kw"]) })
    // The highest interval of the year, whose bill is by intervals of the same length.
    #expect(duration.rows.first?[1].number == 3306)
    let quality = try #require(try page.tables("quality").first)
    #expect(quality.totals?.dropFirst().compactMap(\.number).reduce(0, +) == 365)
  }

  @Test("Another month's reading changes that month's row, and the pictures that show it")
  func change() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tariffwise-page-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      at: URL(fileURLWithPath: TestPlaces.path("samples/titanium-mill")), to: folder)
    let before = try Page.audit([folder.path])
    let file = folder.appendingPathComponent("readings.csv")
    var lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(
      String.init)
    let row = try #require(lines.firstIndex { $0.contains("2013-03") })
    let demand = try #require(
      lines[0].split(separator: ",").firstIndex { $0.contains("max_demand") })
    var cells = lines[row].components(separatedBy: ",")
    cells[demand] = "2900"
    lines[row] = cells.joined(separator: ",")
    try (lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    let after = try Page.audit([folder.path])
    let (old, new) = (try before.tables("maxima")[0].rows, try after.tables("maxima")[0].rows)
    for (index, pair) in zip(old, new).enumerated() {
      #expect((pair.0.map(\.text) == pair.1.map(\.text)) == (index != 2), "month \(index + 1)")
    }
    for id in ["maxima", "contract"] {
      #expect(try before.pictures(id) != after.pictures(id), "\(id)")
    }
    // Below the floor, another maximum changes neither bill nor hours.
    for id in ["anatomy", "periods"] {
      #expect(try before.pictures(id) == after.pictures(id), "\(id)")
    }
  }

  @Test("A page needs nothing beside it, and says in words what it shows", arguments: ["en", "zh"])
  func alone(language: String) throws {
    let page = try Page.audit(Self.steel, language: language)
    #expect(page.text.utf8.count < 3_000_000)
    let forbidden = ["script", "link", "img", "iframe", "object", "embed", "use", "image"]
    for element in page.elements {
      #expect(!forbidden.contains(element.name), "\(element.name)")
      for attribute in element.attributes {
        #expect(!attribute.name.hasPrefix("on"), "\(element.name) has \(attribute.name)")
        if ["href", "src"].contains(attribute.name) { #expect(attribute.value.hasPrefix("#")) }
      }
    }
    #expect(!page.text.contains("url(") && !page.text.contains("@import"))
    #expect(page.root.attribute(named: "lang")?.value == (language == "zh" ? "zh-CN" : "en"))
    let pictures = page.elements.filter { $0.name == "svg" }
    #expect(pictures.count >= 12)
    for picture in pictures {
      #expect(picture.attribute(named: "role")?.value == "img")
      let named = picture.attribute(named: "aria-labelledby")?.value.split(separator: " ") ?? []
      #expect(named.count == 2)
      for id in named { #expect(!Page.text(of: try page.part(String(id))).isEmpty) }
    }
    for table in page.elements.filter({ $0.name == "table" }) {
      #expect(table.firstElement(named: "caption")?.text.isEmpty == false)
      let headings = Page.all(in: table).filter { $0.name == "th" }
      #expect(headings.allSatisfy { $0.attribute(named: "scope") != nil })
      #expect(
        Page.all(in: table).filter { $0.name == "tr" }.allSatisfy { $0.elements[0].name == "th" })
    }
    let ids = page.elements.compactMap { $0.attribute(named: "id")?.value }
    #expect(ids.count == Set(ids).count)
  }

  @Test("Labels stay within their pictures and off each other", arguments: ["en", "zh"])
  func labels(language: String) throws {
    for arguments in [Self.mill, Self.steel] {
      let page = try Page.audit(arguments, language: language)
      for picture in page.elements where picture.name == "svg" {
        let room = (picture.attribute(named: "viewBox")?.value ?? "").split(separator: " ")
          .compactMap { Double($0) }
        let boxes = Page.all(in: picture).filter { $0.name == "text" }.map { LabelBox($0) }
        for (index, box) in boxes.enumerated() {
          #expect(box.left > -2 && box.right < room[2] + 2 && box.bottom < room[3] + 2, "\(box)")
          for other in boxes[(index + 1)...] {
            let isApart = !box.overlaps(other)
            #expect(isApart, "\(box) and \(other) in \(Page.text(of: picture).prefix(40))")
          }
        }
      }
    }
  }

  /// The mill under another name; the folder is to be removed.
  static func renamed(_ name: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tariffwise-hostile-\(UUID().uuidString)")
    try FileManager.default.copyItem(
      at: URL(fileURLWithPath: TestPlaces.path("samples/titanium-mill")), to: folder)
    let file = folder.appendingPathComponent("accounts.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
      .replacingOccurrences(of: "Titanium coil mill (reconstructed)", with: name)
    #expect(text.contains(name))
    try text.write(to: file, atomically: true, encoding: .utf8)
    return folder
  }

  @Test("Names that are markup, formulas or turn the direction of writing do no harm")
  func hostile() throws {
    let name = "<script>alert(1)</script>&amp;'<\u{301}b>\u{202E}=cmd()"
    let folder = try Self.renamed(name)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = try Page.audit([folder.path])
    #expect(!page.elements.contains { $0.name == "script" || $0.name == "b" })
    let heading = try #require(page.elements.first { $0.name == "h1" })
    #expect(heading.text.contains("<script>alert(1)</script>&amp;'<\u{301}b>·=cmd()"))
    #expect(!page.text.unicodeScalars.contains("\u{202E}"))
  }
}
