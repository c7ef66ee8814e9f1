/// Labels in a column, moved apart where they would overlap.
enum LabelStack {
  /// The places of labels that want to stand at others, in the order of those.
  ///
  /// - Parameters:
  ///   - wishes: Where each would stand. [user units]
  ///   - gap: The least distance between two. [user units]
  ///   - room: What they may not leave, if there is room for all.
  /// - Returns: A place for each.
  static func places(
    _ wishes: [Double], gap: Double, within room: ClosedRange<Double>
  ) -> [Double] {
    let order = wishes.indices.sorted { wishes[$0] < wishes[$1] }
    var places = wishes
    var least = room.lowerBound
    for index in order {
      places[index] = max(wishes[index], least)
      least = places[index] + gap
    }
    var most = room.upperBound
    for index in order.reversed() {
      places[index] = min(places[index], most)
      most = places[index] - gap
    }
    return places
  }
}
