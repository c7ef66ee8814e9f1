import Documents
import Quantities
import Tariffs

extension VersionReader {

  mutating func readEligibility(within source: Source?) -> [EligibilityRule] {
    guard let eligibility = element.child(named: "eligibility") else { return [] }
    eligibility.expect(attributes: ["source", "page"], children: ["accounts"])
    let rule = sources.rule(for: eligibility, isRequired: true, within: source)
    var rules: [EligibilityRule] = []
    var ranges: [(span: CapacitySpan, element: ElementReader)] = []
    var isComplete = true
    for accounts in eligibility.requiredChildren(named: "accounts") {
      accounts.expect(
        attributes: ElementReader.capacityAttributes + ["billed-under", "served", "source", "page"])
      let reference = sources.rule(for: accounts, within: rule.source)
      let fallback = accounts.optional("billed-under", .name)
      let isServed = accounts.optional("served", .yesOrNo) ?? true
      if accounts.has("billed-under"), accounts.has("served") {
        accounts.report(
          .conflictingAttributes, at: "served",
          """
          <accounts> has "billed-under" and "served", which exclude each other; one is \
          expected
          """)
      }
      guard let range = accounts.capacityRange() else {
        isComplete = false
        continue
      }
      ranges.append((CapacitySpan(range), accounts))
      if let fallback {
        fallbacks.append(.init(id: fallback, place: accounts.range(of: "billed-under")))
      }
      // Who is not served by this tariff nor by another at hand fits none of its rules.
      if isServed {
        rules.append(EligibilityRule(capacity: range, fallback: fallback, rule: reference))
      }
    }
    checkCoverage(of: ranges, in: eligibility, isComplete: isComplete)
    return rules
  }

  private func checkCoverage(
    of ranges: [(span: CapacitySpan, element: ElementReader)], in eligibility: ElementReader,
    isComplete: Bool
  ) {
    let sorted = ranges.sorted { $0.span.start < $1.span.start }
    var covered = CapacitySpan.zero
    var last: ElementReader?
    for (span, element) in sorted {
      if let end = covered {
        if span.start > end, isComplete {
          eligibility.report(
            .eligibilityGap,
            """
            nothing is said of accounts \(CapacitySpan(start: end, end: span.start)); every \
            capacity is expected in one range
            """)
        } else if span.start < end, let last {
          let shared = CapacitySpan(start: span.start, end: CapacitySpan.least(end, span.end))
          element.report(
            .eligibilityOverlap,
            "accounts \(shared) are in this range and in that of line \(last.line); one is expected"
          )
        }
      } else if let last {
        element.report(
          .eligibilityOverlap,
          """
          accounts \(CapacitySpan(start: span.start, end: span.end)) are in this range and in that \
          of line \(last.line); one is expected
          """)
      }
      let further = covered.map { end in span.end.map { $0 > end } ?? true } ?? false
      if further {
        covered = span.end
        last = element
      }
    }
    if let end = covered, isComplete, !ranges.isEmpty {
      eligibility.report(
        .eligibilityGap,
        """
        nothing is said of accounts \(CapacitySpan(start: end, end: nil)); every capacity is \
        expected in one range
        """)
    }
  }
}

extension ElementReader {

  static let capacityAttributes = [
    "capacity-from", "capacity-over", "capacity-up-to", "capacity-below",
  ]

  /// The capacities of the four bounds, each of which may be left out. [kVA]
  func capacityRange() -> CapacityRange? {
    var isReadable = true
    let lower = bound("capacity-from", "capacity-over", &isReadable)
    let upper = bound("capacity-up-to", "capacity-below", &isReadable)
    guard isReadable else { return nil }
    let range = CapacityRange(lower: lower, upper: upper)
    let span = CapacitySpan(range)
    if let end = span.end, end <= span.start {
      report(
        .backwards, "accounts \(range) do not exist: the range ends before it begins")
      return nil
    }
    return range
  }

  /// One end of the range, by the attribute that includes it or the one that does not.
  private func bound(
    _ including: String, _ excluding: String, _ isReadable: inout Bool
  ) -> CapacityRange.Bound? {
    guard has(including) || has(excluding) else { return nil }
    if let attribute = exactlyOne(of: [including, excluding]),
      let capacity = optional(attribute, ValueForm<Power>.notNegative)
    {
      return CapacityRange.Bound(capacity: capacity, isIncluded: attribute == including)
    }
    isReadable = false
    return nil
  }
}
