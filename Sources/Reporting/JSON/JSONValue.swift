import Quantities

/// A JSON document to be written: members keep their order, numbers keep their digits.
package enum JSONValue: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number with exactly these digits.
  case number(JSONNumber)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Members in the order they are written.
  case object([JSONMember])
}

extension JSONValue {
  /// A text, or null where there is none.
  package static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// A quantity in the shortest digits that keep it, or null where it is not known.
  package static func exact<Value: FixedPoint>(_ value: Value?) -> JSONValue {
    value.map { .number(JSONNumber($0)) } ?? .null
  }

  /// Energy in kilowatt-hours (or kilovar-hours), or null where it is not known.
  package static func exact(_ energy: Energy?) -> JSONValue { exact(energy?.quantity) }

  /// A count.
  package static func count(_ count: Int) -> JSONValue { .number(JSONNumber(count)) }

  /// Whether the value stands on one line however it is written.
  var isScalar: Bool {
    switch self {
    case .null, .bool, .number, .string: return true
    case .array(let values): return values.isEmpty
    case .object(let members): return members.isEmpty
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .string(text) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(nilLiteral: ()) { self = .null }
  package init(integerLiteral value: Int) { self = .count(value) }
  package init(arrayLiteral values: JSONValue...) { self = .array(values) }

  /// Members as written; the order is kept.
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map(JSONMember.init))
  }
}
