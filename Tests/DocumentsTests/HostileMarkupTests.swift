import TestSupport
import Testing

@testable import Documents

@Suite(
  "Hostile XML files",
  .enabled(if: TestPlaces.hasShared("data/hostile/xml"), "no hostile files here"))
struct HostileMarkupTests {

  /// Reads a file of the collection as a tree.
  ///
  /// - Returns: The code of the first diagnostic, or `nil` if the file was read.
  private func code(_ name: String) throws -> (code: String?, line: Int?) {
    do {
      _ = try MarkupDocument.read(TestPlaces.sharedPath("data/hostile/xml/\(name)"))
      return (nil, nil)
    } catch {
      return (error.diagnostics.first?.code, error.diagnostics.first?.line)
    }
  }

  @Test(
    "Each is read or refused as its list says",
    arguments: [
      ("x00_good.xml", nil), ("x01_truncated.xml", "missing-greater-than"),
      ("x02_billion_laughs.xml", "doctype"), ("x03_quadratic_blowup.xml", "doctype"),
      ("x04_external_entity_file.xml", "doctype"), ("x05_external_entity_http.xml", "doctype"),
      ("x06_external_dtd.xml", "doctype"), ("x07_param_entity.xml", "doctype"),
      ("x08_xinclude.xml", nil), ("x09_gbk_bytes_utf8_decl.xml", "wrong-encoding"),
      ("x10_utf16le_bom.xml", nil), ("x11_utf16_decl_utf8_bytes.xml", "wrong-encoding"),
      ("x12_gb18030_decl.xml", nil), ("x13_embedded_nul.xml", "not-text"),
      ("x16_no_namespace.xml", nil), ("x17_prefixed_namespace.xml", nil),
      ("x40_html_error_page.xml", "not-xml"), ("x41_empty.xml", "empty-file"),
      ("x42_two_roots.xml", "second-root"), ("x43_gzip_named_xml.xml", "not-text"),
      ("x49_prefix_bom_spaces.xml", "misplaced-declaration"),
    ] as [(String, String?)])
  func verdict(name: String, expected: String?) throws {
    #expect(try code(name).code == expected)
  }

  @Test(
    "Titles are decoded",
    arguments: [
      ("x00_good.xml", "hostile"), ("x10_utf16le_bom.xml", "hostile"),
      ("x12_gb18030_decl.xml", "户号用电"),
    ])
  func titles(name: String, title: String) throws {
    let root = try MarkupDocument.read(TestPlaces.sharedPath("data/hostile/xml/\(name)")).root
    #expect(root.firstElement(named: "title")?.text == title)
  }

  @Test("A wrong encoding is reported with the offset of the first byte that is not ASCII")
  func offset() throws {
    let path = TestPlaces.sharedPath("data/hostile/xml/x09_gbk_bytes_utf8_decl.xml")
    let bytes = try FileSystem.readBytes(path)
    let offset = try #require(bytes.firstIndex { $0 >= 0x80 })
    let error = #expect(throws: DiagnosticsError.self) { try MarkupDocument.read(path) }
    #expect(error?.diagnostics.first?.message.contains("byte offset \(offset) ") == true)
  }

  @Test("Nothing of another file is ever read")
  func otherFiles() throws {
    let files = try FileSystem.files(
      inFolder: TestPlaces.sharedPath("data/hostile/xml"), extensions: ["xml"])
    let secrets = try FileSystem.readBytes("/etc/passwd").split(separator: ASCII.lineFeed)
    let secret = String(decoding: try #require(secrets.first), as: UTF8.self)
    for file in files {
      let (events, _) = MarkupRecorder.read(try FileSystem.readBytes(file))
      #expect(!events.contains { $0.contains(secret) }, "\(file)")
    }
  }

  @Test("Every file of the collection, broken anywhere, is read or refused, and never misplaced")
  func mutations() throws {
    let files = try FileSystem.files(
      inFolder: TestPlaces.sharedPath("data/hostile/xml"), extensions: ["xml"])
    for (seed, file) in files.enumerated() {
      let source = try? SourceText.read(file)
      guard let source else { continue }
      var mutator = MarkupMutator(seed: UInt64(seed))
      for _ in 0..<20 {
        mutator.check(mutator.mutate(source.utf8.prefix(4000)))
      }
    }
  }
}
