/// The links of one entry of a feed.
struct GreenButtonLinks {
  private(set) var own: GreenButtonAddress?
  private(set) var up: GreenButtonAddress?
  private(set) var related: [GreenButtonAddress] = []

  /// Takes a link in; a relation given twice counts once.
  mutating func add(_ relation: String, _ text: String) {
    let address = GreenButtonAddress(text)
    switch relation {
    case "self": own = own ?? address
    case "up": up = up ?? address
    case "related": if !related.contains(address) { related.append(address) }
    default: break
    }
  }

  /// These links and those of another entry about the same resource.
  func joined(with other: GreenButtonLinks) -> GreenButtonLinks {
    var links = self
    for address in other.related where !links.related.contains(address) {
      links.related.append(address)
    }
    return links
  }
}
