import Quantities
import Use

/// What transformers lose at a load: P0 + Pk × (S ÷ Sn)², and I0 × Sn + Uk × Sn × (S ÷ Sn)².
///
/// All in whole millijoules; each figure is rounded once.
package struct TransformerLoss: Sendable, Hashable {
  /// What is taken for reactive power where it is not metered.
  package enum AssumedReactive: Sendable, Hashable {
    /// None: the losses are the least there can be.
    case none
    /// That of an average power factor.
    case powerFactor(PowerFactor)
  }

  /// Lost energy.
  package struct Lost: Sendable, Hashable {
    /// Active energy. [kWh]
    package var active: Energy
    /// Reactive energy; nothing where I0 or Uk is not known. [kvarh]
    package var reactive: Energy?
  }

  /// The sums of the plates.
  package let plate: PlateTotals
  /// What is taken for reactive power where it is not metered.
  package let assumed: AssumedReactive

  /// The losses of units side by side.
  ///
  /// - Throws: ``TransformerProblem`` where a plate value is missing.
  package init(
    _ units: [InstalledUnit], assumed: AssumedReactive = .none
  ) throws(TransformerProblem) {
    plate = try PlateTotals(units)
    self.assumed = assumed
  }

  /// What is lost while a load is even.
  ///
  /// - Parameters:
  ///   - active: The load's energy. [kWh]
  ///   - reactive: Its reactive energy, drawn less fed back, where it is metered. [kvarh]
  ///   - seconds: How long. [s]
  /// - Returns: The energy lost.
  package func energy(active: Energy, reactive: Energy?, seconds: Int) -> Lost {
    let square = Square(active.millijoules, reactive?.millijoules, assumed)
    let time = Int128(seconds)
    func lost(_ still: Power, _ full: Power) -> Energy {
      Energy(
        millijoules: still.units * time
          + square.times(full, dividedBy: time * plate.capacity.units, plate.capacity.units))
    }
    var result = Lost(active: lost(plate.noLoad, plate.load), reactive: nil)
    if let magnetising = plate.magnetising, let leakage = plate.leakage {
      result.reactive = lost(magnetising, leakage)
    }
    return result
  }

  /// What is lost at a load. [kW and kvar]
  package func power(active: Power, reactive: Power?) -> (active: Power, reactive: Power?) {
    // A milliwatt for a second is a millijoule.
    let lost = energy(
      active: Energy(millijoules: active.units),
      reactive: reactive.map { Energy(millijoules: $0.units) }, seconds: 1)
    return (
      Power(units: lost.active.millijoules),
      lost.reactive.map { Power(units: $0.millijoules) }
    )
  }

  /// (P² + Q²) × t², kept as a product that does not overflow.
  private struct Square {
    let sum: Int128
    let numerator: Int128
    let denominator: Int128

    init(_ active: Int128, _ reactive: Int128?, _ assumed: AssumedReactive) {
      let largest = max(active.magnitude, (reactive ?? 0).magnitude)
      // A whole month's energy is squared in joules, so that 128 bits hold it.
      let unit: Int128 = largest >> 60 == 0 ? 1 : 1000
      let p = active / unit
      if let reactive {
        let q = reactive / unit
        (sum, numerator, denominator) = (p * p + q * q, unit * unit, 1)
      } else if case .powerFactor(let factor) = assumed, factor.hundredths > 0 {
        // S² = P² ÷ cos² φ
        let cosine = Int128(factor.hundredths)
        (sum, numerator, denominator) = (p * p, unit * unit * 10_000, cosine * cosine)
      } else {
        (sum, numerator, denominator) = (p * p, unit * unit, 1)
      }
    }

    func times(_ full: Power, dividedBy first: Int128, _ second: Int128) -> Int128 {
      WideProduct(sum, full.units * numerator).divided(by: first * second * denominator)
    }
  }
}
