/// A reading while its elements are being read.
struct GreenButtonOpenReading {
  let line: Int
  var start: Int64?
  var seconds: Int64?
  var value: (number: Int64, places: Int)?
  var quality: Int?
  /// Whether something of it could not be read, which has been told.
  var isFaulty = false
}
