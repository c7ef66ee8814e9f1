import Quantities

extension Battery {
  /// √η to 10⁻¹², rounded down: what is kept each way.
  var oneWayEfficiency: Rate {
    // √(η × 10¹²) in units of η's own 10⁻¹²: Newton's method from above falls until it is there.
    let square = roundTripEfficiency.units * Rate.unitsPerOne
    var root = Rate.unitsPerOne
    while root * root > square { root = (root + square / root) / 2 }
    return Rate(units: root)
  }
}
