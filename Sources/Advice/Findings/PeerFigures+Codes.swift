import Quantities

extension PeerFigures {
  /// How far above its peers a price is told of.
  package static let priceMargin = Rate(units: 50_000_000_000)
  /// How far above its peers a share of the basic charge is told of.
  package static let shareMargin = Rate(units: 50_000_000_000)

  /// What stands out of an account among its peers.
  ///
  /// - Parameters:
  ///   - price: Its average price. [currency/kWh]
  ///   - basicShare: The basic charge's part of its bills. [fraction]
  /// - Returns: The codes of what is above its peers by more than the margins.
  package func codes(price: Price?, basicShare: Rate?) -> [Finding.Code] {
    var codes: [Finding.Code] = []
    if let price, let ratio = Rate(price, over: medianPrice), ratio - .one > Self.priceMargin {
      codes.append(.priceAbovePeers)
    }
    if let basicShare, basicShare - medianBasicShare > Self.shareMargin {
      codes.append(.basicShareAbovePeers)
    }
    return codes
  }
}
