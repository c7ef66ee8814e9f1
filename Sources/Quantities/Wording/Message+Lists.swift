extension Message {
  /// So many things: `1 row`, `2 rows`.
  ///
  /// The format has the noun in the singular whatever the count: `{0} row`.
  package static func counted(_ count: Int, _ noun: String) -> Message {
    Message(
      parts: [.value("\(count)"), .literal(" \(noun)")] + (count == 1 ? [] : [.ending("s")]))
  }

  /// Names or figures with a separator between.
  package static func list(_ values: [String], separator: String) -> Message {
    values.map { Message(verbatim: $0) }.joined(separator: separator)
  }

  /// Names as words: `a`, `a or b`, `a, b or c`.
  package static func alternatives(_ list: [Message], conjunction: String = "or") -> Message {
    guard let last = list.last, list.count > 1 else { return list.first ?? "" }
    let joint = Message(parts: [.literal(" \(conjunction) ")])
    return [list.dropLast().joined(separator: ", "), last].joined(joint)
  }
}

extension Sequence<Message> {
  /// Sentences or phrases with a separator between, which languages write differently.
  package func joined(separator: String) -> Message {
    joined(Message(parts: [.literal(separator)]))
  }

  fileprivate func joined(_ joint: Message) -> Message {
    var all = makeIterator()
    guard let first = all.next() else { return Message(parts: []) }
    guard let second = all.next() else { return first }
    var parts: [Message.Part] = [.message(first), .message(joint), .message(second)]
    while let message = all.next() { parts += [.message(joint), .message(message)] }
    return Message(parts: parts)
  }
}
