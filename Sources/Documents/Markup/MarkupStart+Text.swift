extension MarkupStart {

  /// The text of the attribute `name` that is in no namespace, or `nil`.
  package func text(_ name: MarkupName) -> String? {
    self[name].map { String(decoding: $0, as: UTF8.self) }
  }

  /// The text of the attribute `name` that is in some namespace, or `nil`.
  package func qualifiedText(_ name: MarkupName) -> String? {
    for index in 0..<attributeCount
    where attributeName(at: index) == name && attributeNamespace(at: index) != nil {
      return String(decoding: attributeValue(at: index), as: UTF8.self)
    }
    return nil
  }
}
