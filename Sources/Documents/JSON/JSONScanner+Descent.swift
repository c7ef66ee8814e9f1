extension JSONScanner {

  /// Goes from the beginning of a value to the value one step below.
  ///
  /// - Returns: Whether there is one; if not, the scanner is of no further use.
  mutating func descend(_ step: JSONPath.Step) throws(JSONFault) -> Bool {
    guard at < end else { return false }
    switch step {
    case .key(let wanted):
      guard bytes[at] == UInt8(ascii: "{") else { return false }
      try enter()
      var isFirst = true
      while try memberFollows(isFirst: isFirst) {
        if try key().utf8.elementsEqual(wanted.utf8) { return true }
        _ = try value()
        isFirst = false
      }
    case .index(let wanted):
      guard bytes[at] == UInt8(ascii: "[") else { return false }
      try enter()
      var index = 0
      while try elementFollows(isFirst: index == 0) {
        if index == wanted { return true }
        _ = try value()
        index += 1
      }
    }
    return false
  }
}
