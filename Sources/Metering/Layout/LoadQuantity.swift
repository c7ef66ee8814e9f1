/// A channel and the unit its numbers are written in.
struct LoadQuantity: Sendable, Hashable {
  var channel: LoadChannel
  var unit: LoadUnit
}
