import Billing
import Quantities
import Tariffs
import Use

/// Issued bills held against recomputed ones, line by line.
public struct Verification: Sendable {
  /// One charge of a month.
  public struct Line: Sendable, Hashable {
    /// The charge, or `total`.
    public let charge: String
    /// The amount issued; nothing where the bill has no such line. [currency]
    public let issued: Money?
    /// The amount computed; nothing where the rules give no such line. [currency]
    public let computed: Money?

    /// Issued less computed. [currency]
    public var difference: Money { (issued ?? .zero) - (computed ?? .zero) }
  }

  /// One month.
  public struct Comparison: Sendable, Hashable {
    /// The month.
    public let month: Month
    /// What was issued, each beside what follows from the rules.
    public let lines: [Line]
    /// Whether every line agrees within the tolerance.
    public let agrees: Bool
    /// The variants under which every line would agree.
    public let explainedBy: [BillingVariant]
  }

  /// The bills.
  public let bill: AccountBill
  /// The months that were issued, in order.
  public let months: [Comparison]

  /// Whether every month agrees.
  public var agrees: Bool { months.allSatisfy(\.agrees) }

  /// Compares.
  ///
  /// - Parameters:
  ///   - subject: The account, its use and terms.
  ///   - issued: What the utility billed.
  ///   - tolerance: Differences up to this are none. [currency]
  /// - Throws: ``BillingFailure`` where the account cannot be billed.
  public init(
    _ subject: AccountCase, issued: [IssuedCharge], tolerance: Money
  ) throws(BillingFailure) {
    let bill = try subject.bills()
    self.bill = bill
    let months = Set(issued.map(\.month)).sorted()
    var comparisons = months.map { month in
      Self.compare(issued.filter { $0.month == month }, month, bill, tolerance)
    }
    if comparisons.contains(where: { !$0.agrees }) {
      let variants = BillingVariant.all(for: subject).compactMap { variant in
        (try? variant.apply(to: subject).bills()).map { (variant, $0) }
      }
      comparisons = comparisons.map { comparison in
        guard !comparison.agrees else { return comparison }
        let own = issued.filter { $0.month == comparison.month }
        let explaining = variants.filter { _, varied in
          varied != bill && Self.compare(own, comparison.month, varied, tolerance).agrees
        }
        return Comparison(
          month: comparison.month, lines: comparison.lines, agrees: false,
          explainedBy: explaining.map(\.0))
      }
    }
    self.months = comparisons
  }

  private static func compare(
    _ issued: [IssuedCharge], _ month: Month, _ bill: AccountBill, _ tolerance: Money
  ) -> Comparison {
    let own = bill.bills.first { $0.month == month }
    var lines: [Line] = issued.map { charge in
      Line(charge: charge.charge, issued: charge.amount, computed: computed(charge.charge, own))
    }
    // What the rules give but the bill does not print is a difference too, unless only some lines
    // were copied and the total agrees.
    if let own, issued.contains(where: { $0.charge != "total" }),
      !issued.contains(where: { $0.charge == "total" })
    {
      var seen: Set<String> = []
      for line in own.lines
      where !issued.contains(where: { ChargeSelector($0.charge).selects(line.charge) })
        && seen.insert(line.charge).inserted
      {
        lines.append(Line(charge: line.charge, issued: nil, computed: computed(line.charge, own)))
      }
    }
    let compared = lines.filter { $0.issued != nil }
    return Comparison(
      month: month, lines: lines,
      agrees: own != nil
        && compared.allSatisfy { $0.computed != nil && $0.difference.magnitude <= tolerance },
      explainedBy: [])
  }

  private static func computed(_ charge: String, _ bill: Bill?) -> Money? {
    guard let bill else { return nil }
    if charge == "total" { return bill.total }
    let selector = ChargeSelector(charge)
    guard bill.lines.contains(where: { selector.selects($0.charge) }) else { return nil }
    return bill.amount(of: selector)
  }
}
