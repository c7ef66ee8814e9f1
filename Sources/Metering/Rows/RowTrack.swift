import Quantities

/// What one channel of one account reads, in the order of the file.
struct RowTrack: Sendable {
  /// What makes readings belong together.
  struct Key: Hashable, Sendable {
    let account: Int
    let channel: LoadChannel
    let isDial: Bool
  }

  let key: Key
  let unit: LoadUnit
  /// The heading or the quantity it was read from.
  let name: String
  var stamps: ContiguousArray<RowStamp> = []
  var values: ContiguousArray<RowValue> = []
  /// The factors of a dial, each with the first reading it is of.
  var multipliers: [(from: Int, factor: Rate)] = []

  init(key: Key, unit: LoadUnit, name: String) {
    self.key = key
    self.unit = unit
    self.name = name
  }

  mutating func add(_ stamp: RowStamp, _ value: RowValue, multiplier: Rate? = nil) {
    if let multiplier, multipliers.last?.factor != multiplier {
      multipliers.append((stamps.count, multiplier))
    }
    stamps.append(stamp)
    values.append(value)
  }

  /// The factor of a reading.
  func multiplier(of index: Int) -> Rate {
    multipliers.last { $0.from <= index }?.factor ?? .one
  }
}
