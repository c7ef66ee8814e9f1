/// Values of one name in a picture, in the order of its places.
struct PictureSeries {
  /// What the legend calls it.
  let name: String
  let colour: String
  /// Nothing where there is no value.
  let values: [Double?]
}
