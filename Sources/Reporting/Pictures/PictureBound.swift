/// A level across a picture, such as a limit.
struct PictureBound {
  /// What is written beside it.
  let name: String
  let colour: String
  let value: Double
}
