/// Who receives what, for the time of one call into the parser; see ``MarkupDelivery``.
final class MarkupFieldDelivery {

  let handler: any MarkupFieldHandler
  let stream: MarkupFieldStream

  init(to handler: any MarkupFieldHandler, from stream: MarkupFieldStream) {
    self.handler = handler
    self.stream = stream
  }
}
