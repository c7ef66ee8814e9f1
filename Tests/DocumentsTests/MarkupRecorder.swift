@testable import Documents

/// Writes down what a stream delivers, texts joined.
final class MarkupRecorder: MarkupHandler {

  private(set) var events: [String] = []
  private var text = ""
  var stopsAt: String?

  private func closeText() {
    if !text.isEmpty { events.append("'\(text)'") }
    text = ""
  }

  func elementStarted(_ element: MarkupStart, in stream: MarkupStream) {
    closeText()
    let name = stream.text(of: element.name)
    let namespace = element.namespace.map { "{\(stream.text(of: $0))}" } ?? ""
    let attributes = (0..<element.attributeCount).map { index in
      let name = element.attributeName(at: index).map(stream.text) ?? "?"
      return " \(name)=\(String(decoding: element.attributeValue(at: index), as: UTF8.self))"
    }
    events.append("<\(namespace)\(name)\(attributes.joined())>")
    if name == stopsAt { stream.stop() }
  }

  func elementEnded(_ name: MarkupName, namespace: MarkupName?, in stream: MarkupStream) {
    closeText()
    events.append("</\(stream.text(of: name))>")
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>, in stream: MarkupStream) {
    text += String(decoding: bytes, as: UTF8.self)
  }

  func asidePassed(in stream: MarkupStream) {
    closeText()
    events.append("aside")
  }

  /// Reads a text in pieces of a size.
  static func read(
    _ text: [UInt8], pieces: Int = 65536, stopsAt: String? = nil
  ) -> (events: [String], outcome: MarkupOutcome) {
    let stream = MarkupStream()
    let recorder = MarkupRecorder()
    recorder.stopsAt = stopsAt
    text.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        let end = min(offset + pieces, bytes.count)
        if !stream.feed(UnsafeRawBufferPointer(rebasing: bytes[offset..<end]), to: recorder) {
          break
        }
        offset = end
      }
    }
    let outcome = stream.finish(recorder)
    return (recorder.events, outcome)
  }
}
