/// A named value of a JSON object that was read.
package struct JSONNodeMember: Sendable, Hashable {

  package let key: String
  package let value: JSONNode

  package init(_ key: String, _ value: JSONNode) {
    self.key = key
    self.value = value
  }
}
