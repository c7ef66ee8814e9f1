/// The keys of an object while it is read, told apart by their code points.
///
/// Two spellings of one letter, which Swift holds to be equal, are two keys.
struct JSONKeys {

  /// Up to here keys are compared one by one, which is faster than a set.
  private static let few = 12

  private var set: Set<[UInt8]> = []

  /// Adds a key; `members` are those read before.
  ///
  /// - Returns: Whether none of them has it.
  mutating func insert(_ key: String, after members: [JSONNodeMember]) -> Bool {
    if members.count < Self.few {
      return !members.contains { $0.key.utf8.elementsEqual(key.utf8) }
    }
    if members.count == Self.few { set = Set(members.map { Array($0.key.utf8) }) }
    return set.insert(Array(key.utf8)).inserted
  }
}
