/// Who receives what, for the time of one call into the parser.
///
/// Constants of a class can be used without counting references, which at each of the millions of
/// tags of a large file would be felt.
final class MarkupDelivery {

  let handler: any MarkupHandler
  let stream: MarkupStream

  init(to handler: any MarkupHandler, from stream: MarkupStream) {
    self.handler = handler
    self.stream = stream
  }
}
