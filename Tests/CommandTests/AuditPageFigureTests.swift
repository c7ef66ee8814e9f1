import Foundation
import Testing

/// Parts of an audit's page whose figures have digits, names or times of their own.
@Suite("Figures of an audit's page, beside the JSON")
struct AuditPageFigureTests {
  typealias Pages = AuditPageTests

  private static let peers = [
    "samples/alloy-segment", "--account", "AL-05", "--peers", "samples/alloy-segment",
  ]

  /// A figure of a page in as many digits as the JSON has, with the last rounded.
  private static func rounded(_ value: Decimal?, digits: Int = 4) throws -> Decimal {
    var (exact, rounded) = (try #require(value), Decimal())
    NSDecimalRound(&rounded, &exact, digits, .plain)
    return rounded
  }

  /// Figures stand in a picture as they do in its table.
  private static func checkDrawn(_ figures: [String], in part: String, of page: Page) throws {
    let drawn = try page.pictures(part).joined()
    for figure in figures {
      let isDrawn = drawn.contains(figure)
      #expect(isDrawn, "\(figure)")
    }
  }

  @Test(
    "Shares of the periods are those of the JSON now, afterwards, and with load moved",
    arguments: [Pages.mill, Pages.steel])
  func periods(arguments: [String]) throws {
    let page = try Page.audit(arguments)
    let answer = try Pages.json(arguments)
    let table = try #require(try page.tables("periods").first)
    let now = try Pages.object(Pages.object(answer["indicators"])["period_shares"])
    let after = try Pages.object(answer["period_shares_after"])
    #expect(table.rows.map(\.[0].text).sorted() == now.keys.sorted() && now.count >= 4)
    let moved = try Pages.list(answer["recommendations"]).first {
      $0["lever"] as? String == "shift-flexible"
    }
    #expect((moved != nil) == (table.rows[0].count == 4))
    var shares = [String: Decimal]()
    for part in (moved?["to"] as? String ?? "").split(separator: ",") {
      let sides = part.split(separator: "=").map(String.init)
      shares[sides[0]] = Decimal(string: sides[1])
    }
    #expect(shares.count == (moved == nil ? 0 : now.count))
    for row in table.rows {
      let name = row[0].text
      #expect(try Self.rounded(row[1].number) == Pages.number(now[name]), "\(name)")
      #expect(try Self.rounded(row[2].number) == Pages.number(after[name]), "\(name)")
      guard let share = shares[name] else { continue }
      #expect(try #require(row[3].number) * 100 == share, "\(name)")
    }
    try Self.checkDrawn(table.rows.map(\.[1].text), in: "periods", of: page)
  }

  @Test("The price and the basic charge's share stand beside the median of peers")
  func price() throws {
    let page = try Page.audit(Self.peers)
    let answer = try Pages.json(Self.peers)
    let table = try #require(try page.tables("price").first)
    let indicators = try Pages.object(answer["indicators"])
    let peers = try Pages.object(answer["peers"])
    let share = try Pages.object(indicators["shares"])["basic"]
    #expect(table.rows.count == 2)
    #expect(try Self.rounded(table.rows[0][1].number) == Pages.number(indicators["average_price"]))
    #expect(try Self.rounded(table.rows[0][2].number) == Pages.number(share))
    #expect(try Self.rounded(table.rows[1][1].number) == Pages.number(peers["median_price"]))
    #expect(table.rows[1][2].number == Pages.number(peers["median_basic_share"]))
    try Self.checkDrawn(table.rows.map(\.[1].text), in: "price", of: page)
  }

  @Test("The ten highest intervals have the times, powers, periods and worths of the JSON")
  func intervals() throws {
    let page = try Page.audit(Pages.steel)
    let intervals = try Pages.list(Pages.json(Pages.steel)["highest_intervals"])
    let table = try #require(try page.tables("intervals").first)
    #expect(table.rows.count == 10 && intervals.count == 10)
    for (row, interval) in zip(table.rows, intervals) {
      let time = try #require(interval["at"] as? String).replacing("T", with: " ")
      #expect(row[0].text == time)
      #expect(row[1].number == Pages.number(interval["kw"]))
      #expect(row[2].text == interval["period"] as? String)
      #expect(row[3].number == Pages.number(interval["next_event_kw"]))
      #expect(try Self.rounded(row[4].number, digits: 2) == Pages.number(interval["worth"]))
    }
    let powers = table.rows.compactMap(\.[1].number)
    #expect(powers == powers.sorted(by: >))
  }

  @Test("Published figures stand beside those computed, and whether they hold")
  func claims() throws {
    let page = try Page.audit(Pages.mill)
    let claims = try Pages.list(Pages.json(Pages.mill)["published"])
    let table = try #require(try page.tables("claims").first)
    #expect(table.rows.count == claims.count && claims.count == 15)
    for (row, claim) in zip(table.rows, claims) {
      #expect(row[0].text == claim["figure"] as? String)
      #expect(row[1].number == Pages.number(claim["published"]))
      #expect(row[2].number == Pages.number(claim["computed"]))
      #expect(row[3].text == (claim["holds"] as? Bool == true ? "holds" : "does not hold"))
    }
    #expect(claims.count { $0["holds"] as? Bool == true } == 6)
  }

  @Test("Typical weekdays are those of the JSON, under the months they are of")
  func weekdays() throws {
    let page = try Page.audit(Pages.steel)
    let shape = try Pages.object(Pages.json(Pages.steel)["load_shape"])
    let days = try Pages.list(shape["typical_days"])
    let table = try #require(try page.tables("typical").first)
    let headings = Page.all(in: try page.part("typical")).filter {
      $0.name == "th" && $0.attribute(named: "scope")?.value == "col"
    }.map { Page.text(of: $0) }
    #expect(table.rows.count == 24 && days.count >= 2)
    for (index, day) in days.enumerated() {
      let powers = try #require(day["weekday_kw"] as? [Any])
      #expect(table.rows.map { $0[index * 2 + 1].number } == powers.map(Pages.number))
      let months = try #require(day["months"] as? [String])
      #expect(headings[index * 2 + 1].contains(try #require(months.first)))
      #expect(headings[index * 2 + 1].hasSuffix("Mon–Fri"))
      #expect(headings[index * 2 + 2].hasSuffix("Sat, Sun"))
    }
  }
}
