/// Receives what a ``MarkupStream`` reads.
///
/// What it receives counts only once the stream is finished and found complete: an error may stand
/// in the last line.
package protocol MarkupHandler: AnyObject {

  func elementStarted(_ element: MarkupStart, in stream: MarkupStream)

  func elementEnded(_ name: MarkupName, namespace: MarkupName?, in stream: MarkupStream)

  /// A piece of text in UTF-8, valid only inside the call; one text may come in several.
  func characters(_ bytes: UnsafeBufferPointer<UInt8>, in stream: MarkupStream)

  /// A comment or a processing instruction was passed.
  func asidePassed(in stream: MarkupStream)
}

extension MarkupHandler {

  package func asidePassed(in stream: MarkupStream) {}
}
