/// Receives the elements a ``MarkupFieldStream`` looks out for.
///
/// What it receives counts only once the stream is finished and found complete: an error may stand
/// in the last line.
package protocol MarkupFieldHandler: AnyObject {

  /// An element begins.
  ///
  /// - Parameters:
  ///   - code: What the element is known by; 0 for the outermost element if it is not looked out
  ///     for.
  ///   - parent: What the element directly around it is known by; 0 if it is not looked out for.
  ///   - element: Its name and attributes.
  ///   - stream: Who delivers it.
  func fieldStarted(
    _ code: UInt8, in parent: UInt8, _ element: MarkupStart, from stream: MarkupFieldStream)

  /// An element ends.
  ///
  /// - Parameters:
  ///   - code: What the element is known by.
  ///   - parent: What the element directly around it is known by; 0 if it is not looked out for.
  ///   - text: Its text in UTF-8, whole, valid only inside the call; empty if it holds other
  ///     elements or its text is not wanted.
  ///   - stream: Who delivers it.
  func fieldEnded(
    _ code: UInt8, in parent: UInt8, text: UnsafeBufferPointer<UInt8>,
    from stream: MarkupFieldStream)
}
