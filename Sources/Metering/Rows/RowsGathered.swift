/// All rows of a table, by account and channel, and what was noted beside them.
struct RowsGathered {
  /// A sum that stands below the data.
  struct Sum {
    let column: Int
    let value: RowValue
  }

  var tracks: [RowTrack] = []
  var numbers: [RowTrack.Key: Int] = [:]
  var record = ScanRecord()
  var sums: [Sum] = []
  /// The values of each column added up. [10⁻¹⁵]
  var totals: [Int: Int128] = [:]
  /// Lines passed.
  var line = 1

  /// The number of a track.
  mutating func track(_ key: RowTrack.Key, unit: LoadUnit, name: String) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = tracks.count
    tracks.append(RowTrack(key: key, unit: unit, name: name))
    return tracks.count - 1
  }
}
