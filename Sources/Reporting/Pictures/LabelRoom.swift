/// Room for labels beside points, so that none lies on another.
struct LabelRoom {
  /// The size of such labels. [user units]
  static let size = 11.0

  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  private var taken: [(x: ClosedRange<Double>, y: ClosedRange<Double>)] = []

  init(left: Double, right: Double, top: Double, bottom: Double) {
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }

  /// Finds room right or left of a point, above or below it.
  ///
  /// - Returns: Where the label begins, on its base line; nothing where there is no room.
  mutating func place(for text: String, x: Double, y: Double) -> (x: Double, y: Double)? {
    let width = TextExtent.width(of: text, size: Self.size)
    for shift in [4.0, -6, 14, -16] {
      for start in [x + 6, x - 6 - width] {
        let across = start...(start + width)
        let upright = (y + shift - Self.size * 0.75)...(y + shift + Self.size * 0.25)
        guard start >= left, start + width <= right, upright.lowerBound >= top - 6,
          upright.upperBound <= bottom
        else { continue }
        let isFree = !taken.contains { $0.x.overlaps(across) && $0.y.overlaps(upright) }
        guard isFree else { continue }
        taken.append((across, upright))
        return (start, y + shift)
      }
    }
    return nil
  }
}
