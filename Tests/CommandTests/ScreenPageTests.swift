import Foundation
import Testing

/// The page of a screening holds the rows of its JSON and needs nothing beside it.
@Suite("A screening as a page")
struct ScreenPageTests {
  private static func page(_ arguments: [String] = []) throws -> Page {
    // One account of the segment cannot be billed, which the exit code tells.
    try Page(
      Program.run(["screen", "samples/alloy-segment", "--format", "html"] + arguments).output)
  }

  @Test("Rank, energy, total and price of every account are those of the JSON")
  func rows() throws {
    let page = try Self.page()
    let table = try #require(try page.tables("all").first)
    let rows = try ScreenTests.rows(["samples/alloy-segment"])
    #expect(table.rows.count == rows.count && rows.count == 60)
    for (cells, row) in zip(table.rows, rows) {
      let account = try #require(ScreenTests.text(row, "account"))
      #expect(cells[1].text.hasPrefix(account))
      #expect(cells[0].figure == (row["rank"] as? Int).map { "\($0)" })
      #expect(cells[4].number == ScreenTests.text(row, "total").flatMap { Decimal(string: $0) })
      #expect(
        cells[5].number == ScreenTests.text(row, "average_price").flatMap { Decimal(string: $0) })
      #expect(cells[9].text == ScreenTests.text(row, "reason"))
      if let energy = row["energy_kwh"] as? Double, let demand = row["max_demand_kw"] as? Double {
        let hours = try #require(cells[7].figure.flatMap { Double($0) })
        #expect(abs(hours - energy / demand) < 0.06, "\(account)")
      }
    }
  }

  @Test("The histogram counts every account that is compared; names stand at those apart")
  func pictures() throws {
    let page = try Self.page()
    let tables = try page.tables("histogram")
    let rows = try ScreenTests.rows(["samples/alloy-segment"])
    let ranked = rows.filter { $0["rank"] is Int }
    let counted = tables[0].rows.compactMap(\.[2].number).reduce(0, +)
    #expect(counted == Decimal(ranked.count))
    let apart = ranked.filter { abs(($0["robust_z"] as? Double) ?? 0) > 3.5 }
      .compactMap { ScreenTests.text($0, "account") }
    #expect(!apart.isEmpty && tables[1].rows.count == apart.count)
    let drawn = try page.pictures("scatter").joined()
    for account in apart {
      let isNamed = drawn.contains(account)
      #expect(isNamed, "\(account)")
    }
    let points = Page.all(in: try page.part("scatter")).filter { $0.name == "circle" }
    #expect(points.count == ranked.count)
  }

  @Test("It asks for nothing from elsewhere; its only script sorts; names can be left out")
  func alone() throws {
    let page = try Self.page(["--anonymise"])
    #expect(page.elements.filter { $0.name == "script" }.count == 1)
    #expect(!page.elements.contains { ["link", "img", "iframe"].contains($0.name) })
    #expect(!page.text.contains("AL-") && !page.text.contains("Alloy works"))
    #expect(page.text.contains("A0001"))
  }
}
