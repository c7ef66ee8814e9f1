import Testing

@testable import Documents

@Suite("Values of a JSON document are named where they are wrong")
struct JSONCursorTests {

  static let source = SourceText(
    file: "t.json",
    text: """
      {"name": "mill", "on": false, "none": null,
       "rows": [{}, {}, {"total": 1.50},
        {"total": "12", "peak rate": [0]}]}
      """)

  static func root() throws -> JSONCursor { JSONCursor(try JSONText.parse(source)) }

  /// What `work` complains about, as it is printed.
  static func complaint(
    _ work: (JSONCursor) throws(JSONPathError) -> Void
  ) throws -> (message: String, place: String) {
    let root = try root()
    do throws(JSONPathError) {
      try work(root)
    } catch {
      let diagnostic = try #require(error.error(in: source).diagnostics.first)
      #expect(diagnostic.code == "json-content")
      #expect(diagnostic.message == error.message)
      return (error.message, diagnostic.place)
    }
    return ("", "")
  }

  @Test("Values of each kind are read as they stand")
  func values() throws {
    let root = try Self.root()
    #expect(try root.member("name").string() == "mill")
    #expect(try root.member("on").bool() == false)
    #expect(try root.member("rows").elements()[2].member("total").numberText() == "1.50")
    #expect(try root.members().map(\.key) == ["name", "on", "none", "rows"])
    #expect(try root.optional("none") == nil)
    #expect(try root.optional("absent") == nil)
    #expect(try root.optional("name")?.string() == "mill")
    #expect(try root.member("none").node == .null)
  }

  @Test("A value of another kind is told with its path and its place in the text")
  func kinds() throws {
    let total = try Self.complaint { root throws(JSONPathError) in
      _ = try root.member("rows").elements()[3].member("total").numberText()
    }
    #expect(total.message == "rows[3].total is a string, but must be a number")
    #expect(total.place == "t.json:3:13")
    let rate = try Self.complaint { root throws(JSONPathError) in
      _ = try root.member("rows").elements()[3].member("peak rate").elements()[0].string()
    }
    #expect(rate.message == "rows[3][\"peak rate\"][0] is a number, but must be a string")
    #expect(rate.place == "t.json:3:33")
    let root = try Self.complaint { root throws(JSONPathError) in _ = try root.elements() }
    #expect(root.message == "the document is an object, but must be an array")
    #expect(root.place == "t.json:1:1")
    let flag = try Self.complaint { root throws(JSONPathError) in
      _ = try root.member("none").bool()
    }
    #expect(flag.message == "none is null, but must be true or false")
    #expect(flag.place == "t.json:1:39")
    let under = try Self.complaint { root throws(JSONPathError) in
      _ = try root.member("on").member("x")
    }
    #expect(under.message == "on is false, but must be an object")
  }

  @Test("What is missing is missed where its parent begins")
  func missing() throws {
    let fault = try Self.complaint { root throws(JSONPathError) in
      _ = try root.member("rows").elements()[1].member("total")
    }
    #expect(fault.message == "rows[1].total is missing")
    #expect(fault.place == "t.json:2:15")
  }

  @Test("Unknown members are refused with the nearest known name; refusals of values say why")
  func unknown() throws {
    do throws(JSONPathError) {
      try Self.cursor("{\"totl\": 1}").refuseOthers(than: ["name", "total"])
      Issue.record("the member was not refused")
    } catch {
      #expect(error.message == "totl is not known here")
      #expect(error.hint?.contains("total") == true)
    }
    try Self.cursor("{\"name\": 1}").refuseOthers(than: ["name", "total"])
    let refused = try Self.complaint { root throws(JSONPathError) in
      throw try root.member("name").refusal("must be a number of an account")
    }
    #expect(refused.message == "name must be a number of an account")
    #expect(refused.place == "t.json:1:10")
  }

  @Test("In a text of one object per line a path is followed from the beginning of its line")
  func lines() throws {
    let source = SourceText(file: "t.jsonl", text: "{\"a\": 1}\n{\"b\": 0, \"a\": \"x\"}\n")
    let first = try #require(try JSONText.line(of: source, at: 0))
    let second = try #require(try JSONText.line(of: source, at: first.next))
    do throws(JSONPathError) {
      _ = try JSONCursor(second.object).member("a").numberText()
      Issue.record("a string was taken for a number")
    } catch {
      let diagnostic = error.error(in: source, from: first.next).diagnostics.first
      #expect(diagnostic?.place == "t.jsonl:2:15")
    }
  }

  private static func cursor(_ text: String) throws(JSONPathError) -> JSONCursor {
    guard let node = try? JSONText.parse(SourceText(file: "t", text: text)) else {
      throw JSONPathError(.missing, at: JSONPath())
    }
    return JSONCursor(node)
  }
}
