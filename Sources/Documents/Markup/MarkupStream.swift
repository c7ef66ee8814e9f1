import CXML

/// Reads XML in UTF-8 piece by piece, in memory that does not grow with the file.
///
/// Document type declarations are refused, and with them every entity a file might define; nothing
/// but the given bytes is ever read. A stream must stay with one task.
package final class MarkupStream {

  /// The best size of the pieces given to ``feed(_:to:)``.
  package static let pieceSize = 65536

  private let parser: OpaquePointer

  package init() {
    var callbacks = cxml_handler(
      start_element: { context, name, namespace, attributes, count in
        guard let name else { return }
        MarkupStream.pass(context) { delivery in
          delivery.handler.elementStarted(
            MarkupStart(
              name: name, namespace: namespace,
              attributes: UnsafeBufferPointer(start: attributes, count: count)),
            in: delivery.stream)
        }
      },
      end_element: { context, name, namespace in
        guard let name else { return }
        MarkupStream.pass(context) { delivery in
          delivery.handler.elementEnded(
            MarkupName(address: name), namespace: namespace.map(MarkupName.init),
            in: delivery.stream)
        }
      },
      characters: { context, bytes, count in
        MarkupStream.pass(context) { delivery in
          delivery.handler.characters(
            UnsafeBufferPointer(start: bytes, count: count), in: delivery.stream)
        }
      },
      aside: { context in
        MarkupStream.pass(context) { $0.handler.asidePassed(in: $0.stream) }
      },
      field_start: nil, field_end: nil)
    guard let parser = cxml_create(&callbacks) else { fatalError("no memory for an XML parser") }
    self.parser = parser
  }

  deinit { cxml_free(parser) }

  /// The name under which this stream will deliver `text`, be it an element, an attribute or the
  /// address of a namespace.
  package func name(_ text: String) -> MarkupName {
    guard let address = cxml_intern(parser, text) else { fatalError("no memory for a name") }
    return MarkupName(address: address)
  }

  /// The characters of a name of this stream.
  package func text(of name: MarkupName) -> String {
    String(cString: name.address)
  }

  /// The line in which the parser stands, counted from 1.
  package var line: Int { cxml_line(parser) }

  /// How many bytes the parser has read.
  package var byteOffset: Int { cxml_offset(parser) }

  /// Reads the next bytes of the file.
  ///
  /// - Returns: Whether there is any use in reading on; if not, ``finish(_:)`` tells why.
  @discardableResult
  package func feed(_ bytes: UnsafeRawBufferPointer, to handler: any MarkupHandler) -> Bool {
    delivering(to: handler) { context in
      cxml_feed(
        parser, context, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count) != 0
    }
  }

  /// Ends the file; to be called once.
  package func finish(_ handler: any MarkupHandler) -> MarkupOutcome {
    MarkupOutcome(delivering(to: handler) { context in cxml_finish(parser, context) })
  }

  /// Ends reading from inside a handler; the outcome will be ``MarkupOutcome/stopped``.
  package func stop() {
    isStopped = true
    cxml_stop(parser)
  }

  /// Whether a handler ended reading.
  package private(set) var isStopped = false

  private func delivering<Answer>(
    to handler: any MarkupHandler, _ work: (UnsafeMutableRawPointer) -> Answer
  ) -> Answer {
    let delivery = MarkupDelivery(to: handler, from: self)
    return withExtendedLifetime(delivery) { work(Unmanaged.passUnretained(delivery).toOpaque()) }
  }

  private static func pass(
    _ context: UnsafeMutableRawPointer?, _ deliver: (MarkupDelivery) -> Void
  ) {
    guard let context else { return }
    Unmanaged<MarkupDelivery>.fromOpaque(context)._withUnsafeGuaranteedRef(deliver)
  }
}
