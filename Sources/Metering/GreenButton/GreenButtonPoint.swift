/// A usage point: where energy is metered.
struct GreenButtonPoint {
  var links = GreenButtonLinks()
  let line: Int
  /// The code of the service, 0 for electricity.
  var service: Int64?
}
