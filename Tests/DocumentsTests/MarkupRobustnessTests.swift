import Testing

@testable import Documents

@Suite("XML made to do harm")
struct MarkupRobustnessTests {

  @Test("100 000 attributes in one tag are refused within a second")
  func manyAttributes() {
    let attributes = (0..<100_000).map { " a\($0)=\"\"" }.joined()
    let source = SourceText(file: "t", text: "<a\(attributes)/>")
    let clock = ContinuousClock()
    let time = clock.measure {
      let error = #expect(throws: DiagnosticsError.self) { try MarkupDocument.parse(source) }
      #expect(error?.diagnostics.first?.code == "tag-too-long")
      #expect(
        MarkupRecorder.read(source.utf8).outcome
          == .refused(MarkupRefusal(reason: .tagTooLong, line: 1, column: nil)))
    }
    #expect(time < .seconds(1))
  }

  @Test("100 000 nested elements are refused within a second")
  func deepNesting() {
    let source = SourceText(file: "t", text: String(repeating: "<a>", count: 100_000))
    let clock = ContinuousClock()
    let time = clock.measure {
      let error = #expect(throws: DiagnosticsError.self) { try MarkupDocument.parse(source) }
      #expect(error?.diagnostics.first?.code == "too-deep")
    }
    #expect(time < .seconds(1))
  }

  @Test("Small documents, broken anywhere, are read or refused, and never misplaced")
  func smallMutations() {
    let text = """
      <?xml version="1.0"?><!-- a --><a k="1" m='&lt;"'>x<b/>“＜&#65;<![CDATA[<c>]]>
      <x:d xmlns:x="u" x:k=""/>y<?p q?><e>电</e ></a>
      """
    for seed in UInt64(0)..<3000 {
      var mutator = MarkupMutator(seed: seed)
      mutator.check(mutator.mutate(ArraySlice(text.utf8)))
    }
  }
}
