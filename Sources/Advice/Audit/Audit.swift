import Billing
import Quantities
import Use

/// One account looked at from every side.
public struct Audit: Sendable {
  /// The case.
  public let subject: AccountCase
  /// The bills.
  public let bill: AccountBill
  /// The figures by which it is judged.
  public let indicators: Indicators
  /// The borders it is near, or across.
  public let thresholds: [Threshold]
  /// What stands out.
  public let findings: [Finding]
  /// Changes that would make the bill smaller, best first.
  public let recommendations: [Recommendation]
  /// The best of all changes together, with what proves it; nothing where none saves.
  public let optimum: Optimum?
  /// The best of all changes together.
  public var best: WhatIf? { optimum?.comparison }
  /// The ten highest demand intervals, the highest first; none without intervals.
  public let highestIntervals: [HighestInterval]
  /// What running only the units that lose least in each interval would save; nothing with fewer
  /// than two units, or where their losses are not known.
  public let parallelSaving: ParallelSaving?
  /// Figures others have published of the account, beside ours.
  public let claims: [CheckedClaim]
  /// What accounts like it come to, where they are known.
  public let peers: PeerFigures?

  /// Audits an account.
  ///
  /// - Parameters:
  ///   - subject: The account, its use and terms.
  ///   - claims: Published figures to check.
  ///   - doubts: What was seen where its data were read.
  ///   - issued: What the utility billed.
  ///   - peers: What accounts like it come to, where they are known.
  /// - Throws: ``BillingFailure`` where the account cannot be billed.
  public init(
    _ subject: AccountCase, claims: [Claim] = [], doubts: [DataDoubt] = [],
    issued: [IssuedCharge] = [], peers: PeerFigures? = nil
  ) throws(BillingFailure) {
    let subject = subject.addedUp()
    self.subject = subject
    let bill = try subject.bills()
    self.bill = bill
    let indicators = Indicators(bill)
    self.indicators = indicators
    thresholds = Threshold.all(of: subject, bill)
    let search = RecommendationSearch(subject: subject, bill: bill)
    recommendations = search.recommendations
    optimum = search.optimum
    let peaks = PeakStudy(subject)
    highestIntervals = peaks?.highest(Self.highestCount) ?? []
    findings =
      FindingSearch(
        subject: subject, bill: bill, indicators: indicators,
        recommendations: search.recommendations, peaks: peaks, doubts: doubts, issued: issued,
        peers: peers
      ).findings
    parallelSaving = ParallelSaving(subject)
    self.peers = peers
    self.claims = claims.map { CheckedClaim($0, subject: subject, bill: bill) }
  }

  /// When the load runs, worked out anew each time, since few answers show it; nothing without
  /// intervals.
  public var load: LoadPicture? { LoadPicture(subject, bill) }

  /// How many of the highest intervals are told.
  private static let highestCount = 10
}
