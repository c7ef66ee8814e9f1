import Billing
import Quantities
import Tariffs
import Use

/// The cheapest an account can be within some freedom, searched over all of it together, with a
/// bound that tells how much cheaper anything else could be at the most.
///
/// Given transformers and tariff, months hang together by the method of the basic charge and by how
/// long units may pause alone, and within a month demand, shift and contract are found exactly. So
/// every set of transformers and every tariff is priced by its months, the best methods and pauses
/// are found by dynamic programming, and the cheapest few are billed in full.
public struct Optimum: Sendable {
  /// The bills before and after, with the saving split between the changes; none where nothing
  /// saves.
  public let comparison: WhatIf
  /// What no choice within the freedom costs less than; nothing where that is not known. [currency]
  public let lowerBound: Money?
  /// What else was looked at, the cheapest first.
  public let alternatives: [Alternative]
  /// What was free to change.
  public let freedom: Freedom
  /// The contract demand to declare for the month after the data; nothing where the tariff knows
  /// none.
  public let forecast: FilingForecast?
  /// The account as it stands.
  let subject: AccountCase

  /// A set of transformers and a tariff with the best of all else.
  public struct Alternative: Sendable, Hashable {
    /// The levers that make it.
    public let levers: [Lever]
    /// The capacity that is billed then. [kVA]
    public let capacity: Power?
    /// What its months cost at the least, but for rounding. [currency]
    public let total: Money
  }

  /// Whether nothing within the freedom is cheaper, to the last unit of money.
  public var isOptimal: Bool { lowerBound == comparison.scenario.total }

  /// Searches.
  ///
  /// - Parameters:
  ///   - subject: The account as it stands.
  ///   - freedom: What may change.
  ///   - known: The bills of the case as it stands, where they have been worked out already.
  /// - Throws: ``WhatIf/Failure`` where the account cannot be billed, or the freedom asks for what
  ///   cannot be done.
  public init(
    _ subject: AccountCase, freedom: Freedom = Freedom(), baseline known: AccountBill? = nil
  ) throws(WhatIf.Failure) {
    let subject = subject.addedUp()
    let baseline: AccountBill
    if let known {
      baseline = known
    } else {
      do throws(BillingFailure) {
        baseline = try subject.bills()
      } catch {
        throw .billing(error)
      }
    }
    let search = try OptimumSearch(subject, baseline, freedom)
    let best = try search.best()
    comparison = best
    lowerBound = search.lowerBound
    alternatives = search.plants.map {
      Alternative(levers: $0.levers, capacity: $0.capacity, total: $0.total)
    }
    self.freedom = search.freedom
    self.subject = subject
    forecast = best.result.addedUp().forecast(growth: freedom.growth, margin: freedom.margin)
  }
}
