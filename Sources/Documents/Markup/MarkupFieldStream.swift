import CXML

/// Reads XML in UTF-8 piece by piece and delivers only the elements that are looked out for.
///
/// The rules are those of ``MarkupStream``; it is the faster of the two, because what nobody wants
/// never leaves the parser. A stream must stay with one task.
package final class MarkupFieldStream {

  private let parser: OpaquePointer

  /// - Parameter fields: At most 64.
  package init(fields: [MarkupField]) {
    var callbacks = cxml_handler()
    callbacks.field_start = { context, code, parent, name, namespace, attributes, count in
      guard let name else { return }
      MarkupFieldStream.pass(context) { delivery in
        delivery.handler.fieldStarted(
          code, in: parent,
          MarkupStart(
            name: name, namespace: namespace,
            attributes: UnsafeBufferPointer(start: attributes, count: count)),
          from: delivery.stream)
      }
    }
    callbacks.field_end = { context, code, parent, text, count in
      MarkupFieldStream.pass(context) { delivery in
        delivery.handler.fieldEnded(
          code, in: parent, text: UnsafeBufferPointer(start: text, count: count),
          from: delivery.stream)
      }
    }
    guard let parser = cxml_create(&callbacks) else { fatalError("no memory for an XML parser") }
    self.parser = parser
    for field in fields {
      let isWatched = cxml_watch(
        parser, field.name, field.namespace, field.code, field.wanted.rawValue)
      precondition(isWatched != 0, "more fields than a stream looks out for, or no memory")
    }
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

  /// Reads the next bytes of the file.
  ///
  /// - Returns: Whether there is any use in reading on; if not, ``finish(_:)`` tells why.
  @discardableResult
  package func feed(_ bytes: UnsafeRawBufferPointer, to handler: any MarkupFieldHandler) -> Bool {
    delivering(to: handler) { context in
      cxml_feed(
        parser, context, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count) != 0
    }
  }

  /// Ends the file; to be called once.
  package func finish(_ handler: any MarkupFieldHandler) -> MarkupOutcome {
    MarkupOutcome(delivering(to: handler) { context in cxml_finish(parser, context) })
  }

  /// Ends reading from inside a handler; the outcome will be ``MarkupOutcome/stopped``.
  package func stop() { cxml_stop(parser) }

  private func delivering<Answer>(
    to handler: any MarkupFieldHandler, _ work: (UnsafeMutableRawPointer) -> Answer
  ) -> Answer {
    let delivery = MarkupFieldDelivery(to: handler, from: self)
    return withExtendedLifetime(delivery) { work(Unmanaged.passUnretained(delivery).toOpaque()) }
  }

  private static func pass(
    _ context: UnsafeMutableRawPointer?, _ deliver: (MarkupFieldDelivery) -> Void
  ) {
    guard let context else { return }
    Unmanaged<MarkupFieldDelivery>.fromOpaque(context)._withUnsafeGuaranteedRef(deliver)
  }
}
