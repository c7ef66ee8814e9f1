import Testing

@testable import Documents

@Suite("Did you mean")
struct SuggestionTests {

  private let periods = ["sharp", "peak", "flat", "valley", "deep"]

  @Test(
    "A word within two slips is found",
    arguments: [
      ("vally", "valley"), ("vlaley", "valley"), ("paek", "peak"), ("PEAK", "peak"),
      ("shrap", "sharp"), ("sharpp", "sharp"), ("falt", "flat"), ("valleys", "valley"),
    ])
  func found(word: String, meant: String) {
    #expect(Suggestion.nearest(to: word, in: periods) == meant)
  }

  @Test("A word further away is not", arguments: ["summit", "pp", "", "deepest"])
  func notFound(word: String) {
    #expect(Suggestion.nearest(to: word, in: periods) == nil)
  }

  @Test("Short words forgive one slip only")
  func shortWords() {
    #expect(Suggestion.nearest(to: "kw", in: ["kWh"]) == "kWh")
    #expect(Suggestion.nearest(to: "kWh", in: ["kVA"]) == nil)
    #expect(Suggestion.nearest(to: "户名", in: ["户号"]) == "户号")
    #expect(Suggestion.nearest(to: "行业", in: ["户号"]) == nil)
  }

  @Test(
    "Distances are those of Damerau and Levenshtein",
    arguments: [
      ("", "", 0), ("a", "", 1), ("", "ab", 2), ("ab", "ba", 1), ("ca", "abc", 2),
      ("kitten", "sitting", 3), ("a cat", "an abct", 3),
    ])
  func distances(left: String, right: String, distance: Int) {
    #expect(Suggestion.distance(Array(left), Array(right)) == distance)
    #expect(Suggestion.distance(Array(right), Array(left)) == distance)
  }

  @Test("Of equally near words the first is taken")
  func ties() {
    #expect(Suggestion.nearest(to: "fact", in: ["fast", "fart"]) == "fast")
  }

  @Test("The hint asks a question")
  func hint() {
    #expect(Suggestion.hint(for: "paek", in: periods) == "did you mean \"peak\"?")
  }
}
