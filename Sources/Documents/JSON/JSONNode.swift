import Quantities

/// A value of a JSON document that was read.
package enum JSONNode: Sendable, Hashable {

  /// Members in the order they stand, no two of one key.
  case object([JSONNodeMember])
  case array([JSONNode])
  case string(String)

  /// A number as it stands, such as `-12.50` or `1E3`; never turned into binary.
  case number(String)
  case bool(Bool)
  case null

  /// What it is, in words.
  package var kind: Message {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .bool(let value): value ? "true" : "false"
    case .null: "null"
    }
  }
}
