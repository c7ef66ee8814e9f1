import CXML

/// A start tag as it is read, valid only inside the call that delivers it.
package struct MarkupStart {

  /// Without prefix.
  package let name: MarkupName

  package let namespace: MarkupName?

  private let attributes: UnsafeBufferPointer<cxml_attribute>

  init(
    name: UnsafePointer<UInt8>, namespace: UnsafePointer<UInt8>?,
    attributes: UnsafeBufferPointer<cxml_attribute>
  ) {
    self.name = MarkupName(address: name)
    self.namespace = namespace.map(MarkupName.init)
    self.attributes = attributes
  }

  /// Attributes other than declarations of namespaces.
  package var attributeCount: Int { attributes.count }

  /// The name of an attribute, without prefix; attributes stand in the order of the file.
  package func attributeName(at index: Int) -> MarkupName? {
    attributes[index].name.map(MarkupName.init)
  }

  package func attributeNamespace(at index: Int) -> MarkupName? {
    attributes[index].namespace_uri.map(MarkupName.init)
  }

  /// The value of an attribute in UTF-8, references resolved.
  package func attributeValue(at index: Int) -> UnsafeBufferPointer<UInt8> {
    let attribute = attributes[index]
    guard let start = attribute.value, let end = attribute.value_end else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: end - start)
  }

  /// The value of the attribute `name` that is in no namespace, or `nil`.
  package subscript(name: MarkupName) -> UnsafeBufferPointer<UInt8>? {
    for index in attributes.indices
    where attributes[index].name == name.address && attributes[index].namespace_uri == nil {
      return attributeValue(at: index)
    }
    return nil
  }
}
