/// A named value of a JSON object.
package struct JSONMember: Sendable, Hashable {
  /// The key.
  package let key: String
  /// What stands under it.
  package let value: JSONValue

  /// Makes a member.
  package init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}
