/// What a block says of the meter reading it belongs to.
struct GreenButtonParent: Hashable {
  /// The collection of blocks it is in.
  let up: GreenButtonAddress?
  /// What stands in its own address before `IntervalBlock`.
  let prefix: GreenButtonAddress?

  init(_ links: GreenButtonLinks) {
    up = links.up
    prefix = links.own?.meterReading
  }
}
