import Quantities

/// A value of a JSON document together with its path, so that what is wrong can be named.
package struct JSONCursor: Sendable {

  package let node: JSONNode
  package let path: JSONPath

  /// The whole document.
  package init(_ root: JSONNode) { self.init(root, JSONPath()) }

  private init(_ node: JSONNode, _ path: JSONPath) {
    self.node = node
    self.path = path
  }

  /// The member of a key.
  ///
  /// - Throws: That this is no object, or has no such member.
  package func member(_ key: String) throws(JSONPathError) -> JSONCursor {
    guard let value = try find(key) else {
      throw JSONPathError(.missing, at: path.adding(.key(key)))
    }
    return JSONCursor(value, path.adding(.key(key)))
  }

  /// The member of a key; nothing if it is absent or `null`.
  ///
  /// - Throws: That this is no object.
  package func optional(_ key: String) throws(JSONPathError) -> JSONCursor? {
    guard let value = try find(key), value != .null else { return nil }
    return JSONCursor(value, path.adding(.key(key)))
  }

  /// All members, in the order they stand.
  package func members() throws(JSONPathError) -> [(key: String, value: JSONCursor)] {
    try object().map { ($0.key, JSONCursor($0.value, path.adding(.key($0.key)))) }
  }

  /// The values of an array.
  package func elements() throws(JSONPathError) -> [JSONCursor] {
    guard case .array(let values) = node else { throw unexpected("an array") }
    return values.enumerated().map { JSONCursor($1, path.adding(.index($0))) }
  }

  package func string() throws(JSONPathError) -> String {
    guard case .string(let text) = node else { throw unexpected("a string") }
    return text
  }

  /// A number as it stands in the text.
  package func numberText() throws(JSONPathError) -> String {
    guard case .number(let text) = node else { throw unexpected("a number") }
    return text
  }

  package func bool() throws(JSONPathError) -> Bool {
    guard case .bool(let value) = node else { throw unexpected("true or false") }
    return value
  }

  /// Refuses members other than those named, which would else be passed over in silence.
  package func refuseOthers(than known: [String]) throws(JSONPathError) {
    for member in try object() where !known.contains(member.key) {
      throw JSONPathError(.unknown(known: known), at: path.adding(.key(member.key)))
    }
  }

  /// The error that this value is of the right kind but cannot be used.
  ///
  /// - Parameter words: A sentence without its subject: `must be between 0 and 1`.
  /// - Returns: The error, with this value's path.
  package func refusal(_ words: Message) -> JSONPathError {
    JSONPathError(.refused(words), at: path)
  }

  private func find(_ key: String) throws(JSONPathError) -> JSONNode? {
    try object().first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  private func object() throws(JSONPathError) -> [JSONNodeMember] {
    guard case .object(let members) = node else { throw unexpected("an object") }
    return members
  }

  private func unexpected(_ expected: Message) -> JSONPathError {
    JSONPathError(.unexpected(expected: expected, found: node.kind), at: path)
  }
}
