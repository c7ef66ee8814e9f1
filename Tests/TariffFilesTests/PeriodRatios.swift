import Quantities

/// What a notice says of the prices of periods, as changes on other prices. [‰]
struct PeriodRatios {

  /// A change that is told on the flat price, or on that of peak (sharp) or valley (deep). [‰]
  enum Step {
    case onFlat(Int)
    case onBand(Int)
  }

  let tariffs: [String]
  var months = Set(1...12)
  let peak: Int
  let valley: Int
  var sharp: Step?
  var deep: Step?

  /// How the price of a period stands to the flat one; nothing where the notice has no such period.
  func ratio(of period: PeriodName) -> Rate? {
    switch period {
    case .flat: return .one
    case .peak: return Self.rate(1000 + peak)
    case .valley: return Self.rate(1000 + valley)
    case .sharp: return sharp.map { Self.rate($0, on: 1000 + peak) }
    case .deep: return deep.map { Self.rate($0, on: 1000 + valley) }
    default: return nil
    }
  }

  private static func rate(_ step: Step, on band: Int) -> Rate {
    switch step {
    case .onFlat(let change): return rate(1000 + change)
    case .onBand(let change): return rate(band, 1000 + change)
    }
  }

  /// The product of two figures. [‰]
  private static func rate(_ one: Int, _ other: Int = 1000) -> Rate {
    // 10⁻⁶ of the product are 10⁶ of the 10⁻¹² a rate counts in.
    Rate(units: Int128(one * other) * 1_000_000)
  }
}
