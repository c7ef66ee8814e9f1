/// The name of an element, an attribute or a namespace as one parser knows it.
///
/// Two names of the same stream are equal exactly if their texts are; comparing them compares two
/// addresses. Names mean nothing to another stream, nor after their own is gone.
package struct MarkupName: Hashable {

  @usableFromInline
  let address: UnsafePointer<UInt8>

  init(address: UnsafePointer<UInt8>) { self.address = address }

  // Inlined into other modules: large files ask this for every tag.
  @inlinable
  package static func == (left: MarkupName, right: MarkupName) -> Bool {
    left.address == right.address
  }
}
