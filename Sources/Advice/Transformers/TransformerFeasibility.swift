import Quantities
import Use

/// Whether transformers carry a load.
package struct TransformerFeasibility: Sendable, Hashable {
  /// How far transformers may be loaded.
  package struct Limits: Sendable, Hashable {
    /// Peak over rating at the most. [fraction]
    package var loading = RecommendationSearch.loadingLimit
    /// By how much the peak is to grow. [fraction]
    package var growth = Rate.zero
    /// Whether the rest has to carry the peak after the loss of any one unit (N−1), at 100 %.
    package var sparesOne = false

    /// The usual limits: 80 %, no growth, no spare.
    package init() {}

    /// Limits of one's own.
    package init(loading: Rate, growth: Rate = .zero, sparesOne: Bool = false) {
      self.loading = loading
      self.growth = growth
      self.sparesOne = sparesOne
    }
  }

  /// What has come out.
  package enum Verdict: Sendable, Hashable {
    /// The transformers carry the load.
    case feasible
    /// The rating falls short of what the limit asks for. [kVA]
    case overloaded(short: Power)
    /// After the loss of one unit the rest falls short of the peak. [kVA]
    case noSpare(short: Power)
    /// There is load and no transformer.
    case noTransformer
  }

  /// The peak with its growth. [kVA]
  package let peak: Power
  /// Peak over rating; nothing without a transformer. [fraction]
  package let loadRatio: Rate?
  /// Peak over what is left after the worst loss of one unit; nothing where nothing is left.
  /// [fraction]
  package let spareRatio: Rate?
  /// What has come out.
  package let verdict: Verdict

  /// Whether the transformers carry the load.
  package var isFeasible: Bool { verdict == .feasible }

  /// Looks at transformers under a peak. [kVA]
  package init(_ fleet: InstalledFleet, peak: Power, limits: Limits = Limits()) {
    let grown = peak + peak.times(limits.growth, mode: .awayFromZero)
    let capacity = fleet.carrying
    let left = fleet.afterLoss ?? .zero
    self.peak = grown
    loadRatio = Rate(grown, over: capacity)
    spareRatio = Rate(grown, over: left)
    if grown == .zero {
      verdict = .feasible
    } else if capacity == .zero {
      verdict = .noTransformer
    } else if let needed = Self.rating(for: grown, limits.loading), capacity >= needed {
      let short = limits.sparesOne ? grown - left : .zero
      verdict = short > .zero ? .noSpare(short: short) : .feasible
    } else {
      let needed = Self.rating(for: grown, limits.loading)
      verdict = .overloaded(short: needed.map { $0 - capacity } ?? grown)
    }
  }

  /// The least rating a peak needs, rounded up to a milliwatt; nothing where no load is allowed.
  private static func rating(for peak: Power, _ loading: Rate) -> Power? {
    guard loading > .zero else { return nil }
    return Power(
      units: WideProduct(peak.units, Rate.unitsPerOne)
        .divided(by: loading.units, mode: .awayFromZero))
  }
}
