/// What became of the slots of one day when rows were laid on others.
struct DayMerge {
  /// Slots that stood there already with the same values.
  var repeated = 0
  var firstRepeated: Int?
  /// Slots that stood there already with other values.
  var contradictory: [Int] = []

  /// Lays new values on old ones; where both have a value, the old one stays.
  ///
  /// - Returns: Whether the slots of two rows met: nothing where they did not, otherwise whether
  ///   they are equal.
  @inline(__always)
  static func lay(_ new: Int64, on old: inout Int64) -> Bool? {
    if new == SlotValue.unseen { return nil }
    if old == SlotValue.unseen {
      old = new
      return nil
    }
    return old == new
  }

  mutating func note(_ slot: Int, isEqual: Bool) {
    if isEqual {
      repeated += 1
      if firstRepeated == nil { firstRepeated = slot }
    } else {
      contradictory.append(slot)
    }
  }
}
