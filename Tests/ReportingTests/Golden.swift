import Foundation
import TestSupport
import Testing

/// Compares an answer with the recorded one.
///
/// `RECORD=1 swift test` writes what came out and fails, so that the difference is reviewed.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation)
  throws
{
  let file = URL(fileURLWithPath: TestPlaces.path("Tests/ReportingTests/Golden/\(name)"))
  if TestPlaces.isRecording {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name); look at the difference", sourceLocation: sourceLocation)
    return
  }
  let recorded = try String(contentsOf: file, encoding: .utf8)
  let difference = zip(text.split(separator: "\n"), recorded.split(separator: "\n"))
    .first { $0 != $1 }
  #expect(
    text == recorded, "\(name) differs first at: \(difference.map { "\($0.0)" } ?? "its end")",
    sourceLocation: sourceLocation)
}
