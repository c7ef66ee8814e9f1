/// Finds stretches of a day whose rows are further apart than the interval.
enum GridCheck {
  /// So many equal gaps in a row are no accident.
  private static let run = 6

  /// A longer interval that rows keep for a while.
  ///
  /// - Parameter values: In order; `SlotValue.unseen` where there is no row.
  /// - Returns: The first slot of the stretch, and how many slots its rows are apart.
  static func stride(in values: ArraySlice<Int64>) -> (slot: Int, stride: Int)? {
    var last: Int?
    var gap = 0
    var count = 0
    for index in values.indices where values[index] != SlotValue.unseen {
      if let last {
        let distance = index - last
        count = distance == gap ? count + 1 : 1
        gap = distance
        if gap > 1, count >= run { return (index - gap * count, gap) }
      }
      last = index
    }
    return nil
  }
}
