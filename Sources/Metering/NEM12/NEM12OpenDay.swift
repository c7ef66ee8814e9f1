/// A 300 record whose 400 records may still follow.
struct NEM12OpenDay {
  /// A value that is empty, which only null data may be.
  struct Blank {
    let index: Int
    /// Where it would stand in the text.
    let field: Range<Int>
  }

  let channel: Int
  let date: Int
  let line: Int
  /// The record in the text.
  let range: Range<Int>
  /// Its readings within the channel's.
  let readings: Range<Int>
  let seconds: Int
  let quality: NEM12Quality
  let updated: Int?
  var blanks: [Blank] = []
  /// The interval, counted from 1, that the next 400 record must begin with.
  var next = 1
  /// Whether a 400 record was at fault, so that their coverage says nothing.
  var hasFaultyEvents = false
}
