import Testing

@testable import Quantities

/// A message is read in English as it is written, and put into another language by its format.
@Suite("Messages")
struct MessageTests {
  private static func say(_ message: Message, _ catalogue: [String: String]) -> String {
    message.text { catalogue[$0] }
  }

  @Test("A literal reads as it is written, and its format has numbered places")
  func format() {
    let name = "T1"
    let message: Message = "transformer \(name) is paused for \(12) days"
    #expect(message.description == "transformer T1 is paused for 12 days")
    #expect(message.format == "transformer {0} is paused for {1} days")
    #expect(!message.isWordless)
    #expect(("\(name): \(3)" as Message).isWordless)
  }

  @Test("Another language has the places in an order of its own, and may leave some out")
  func order() {
    let message: Message = "\("A1") has \(2) transformers, which \("are") too many"
    let catalogue = ["{0} has {1} transformers, which {2} too many": "有 {1} 台变压器的 {0}"]
    #expect(Self.say(message, catalogue) == "有 2 台变压器的 A1")
  }

  @Test("A message that the catalogue does not know is said in English, and wholly so")
  func unknown() {
    let inner: Message = "a comma"
    let message: Message = "\(inner) was read"
    #expect(Self.say(message, ["a comma": "逗号"]) == "a comma was read")
    #expect(Self.say(message, ["{0} was read": "读到{0}"]) == "读到a comma")
    #expect(Self.say(message, ["{0} was read": "读到{0}", "a comma": "逗号"]) == "读到逗号")
  }

  @Test("A value is looked up only where the catalogue's place has a star")
  func star() {
    let message: Message = "it is \("empty")"
    #expect(Self.say(message, ["it is {0}": "它是{0}", "empty": "空"]) == "它是empty")
    #expect(Self.say(message, ["it is {0}": "它是{0*}", "empty": "空"]) == "它是空")
    #expect(Self.say(message, ["it is {0}": "它是{0*}"]) == "它是empty")
  }

  @Test("Braces in a value are no places")
  func braces() {
    let message: Message = "column \("{1}") and \("b")"
    #expect(Self.say(message, ["column {0} and {1}": "列 {0}、{1}"]) == "列 {1}、b")
  }

  @Test("Things are counted with a plural in English, which the format leaves out")
  func counted() {
    #expect(Message.counted(1, "row").description == "1 row")
    #expect(Message.counted(2, "row").description == "2 rows")
    #expect(Message.counted(1, "row").format == "{0} row")
    #expect(Message.counted(2, "row").format == "{0} row")
    #expect(Self.say(.counted(2, "row"), ["{0} row": "{0} 行"]) == "2 行")
  }

  @Test("Lists are joined as each language joins them: a, b or c is a、b或c")
  func lists() {
    let list = Message.alternatives(["a", "b", "c"])
    #expect(list.description == "a, b or c")
    #expect(Message.alternatives(["a"]).description == "a")
    #expect(Message.alternatives([]).description == "")
    #expect(Self.say(list, [", ": "、", " or ": "或", "a": "a", "b": "b", "c": "c"]) == "a、b或c")
    #expect(Message.list(["x", "y"], separator: " and ").description == "x and y")
  }

  @Test("A stretch of days is a part with a form of its own")
  func dates() throws {
    let first = try #require(CalendarDate(iso: "2026-01-01"))
    let range = try #require(DateRange(from: first, to: nil))
    let message: Message = "in force \(range)"
    #expect(message.description == "in force from 2026-01-01")
    #expect(
      Self.say(message, ["in force {0}": "有效期 {0}", "from {0}": "{0} 起"])
        == "有效期 2026-01-01 起")
  }

  @Test("Changing what stands in a message leaves its words alone")
  func mapping() {
    let inner: Message = "tab \("a\tb")"
    let changed = ("read \(inner) in \("c\td")" as Message).mapping {
      $0.replacing("\t", with: "␉")
    }
    #expect(changed.description == "read tab a␉b in c␉d")
    #expect(changed.format == "read {0} in {1}")
  }
}
