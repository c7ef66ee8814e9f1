import Advice
import Billing
import Quantities

extension AuditReport {
  /// The audit as a JSON document.
  package var json: JSONValue { .object(members + pictureMembers) }

  private var members: [JSONMember] {
    let members: JSONValue = [
      "account": .text(BillHeader.number(audit.bill.account.id)),
      "name": .text(audit.bill.account.name.isEmpty ? nil : audit.bill.account.name),
      "tariff": .string(audit.bill.tariff.id),
      "currency": .string(currency),
      "bill": bills.json(audit.bill),
      "indicators": indicators,
      "findings": .array(audit.findings.map(json)),
      "recommendations": .array(audit.recommendations.map(json)),
      "best": best,
      "parallel_operation": audit.parallelSaving.map {
        ["saves_kwh": .exact($0.energy), "switchings": .count($0.switchings)]
      } ?? .null,
      "highest_intervals": .array(audit.highestIntervals.map(Self.json)),
      "published": .array(audit.claims.map(json)),
      "data_quality": .array(audit.bill.incompleteMonths.map { .string($0.description) }),
    ]
    guard case .object(let list) = members else { return [] }
    return list
  }

  private var indicators: JSONValue {
    let figures = audit.indicators
    return [
      "energy_kwh": .exact(figures.energy),
      "total": .string(figures.total.text(digits: 2)),
      "average_price": .text(figures.averagePrice?.text(digits: 4)),
      "shares": .object(figures.charges.map { JSONMember($0.name, Self.fraction($0.share)) }),
      "amounts": .object(
        figures.charges.map { JSONMember($0.name, .string($0.amount.text(digits: 2))) }),
      "basic_per_kwh": .text(figures.basicPerEnergy?.text(digits: 4)),
      "energy_per_kwh": .text(figures.energyPrice?.text(digits: 4)),
      "load_factor": Self.fraction(figures.loadFactor),
      "load_ratio": Self.fraction(figures.loadRatio),
      "max_demand_kw": .exact(figures.maximumDemand),
      "max_demand_at": .text(figures.maximumDemandStart?.description),
      "mean_monthly_max_demand_kw": .exact(figures.meanMonthlyMaximum),
      "capacity_kva": .exact(figures.capacity),
      "period_shares": .object(
        figures.periodShares.map { JSONMember($0.period.name, Self.fraction($0.share)) }),
      "power_factor": .text(figures.powerFactor?.text(digits: 4)),
      "thresholds": .object(audit.thresholds.flatMap(Self.members)),
    ]
  }

  private static func fraction(_ rate: Rate?) -> JSONValue {
    rate.map { .number(JSONNumber($0, digits: 4)) } ?? .null
  }

  private static func members(_ threshold: Threshold) -> [JSONMember] {
    switch threshold.kind {
    case .floor(let floor, let demand, let meetsAt):
      return [
        JSONMember("floor_kw", .exact(floor)),
        JSONMember("demand_below_floor_kw", .exact(floor - demand)),
        JSONMember("floor_meets_demand_at_kva", .exact(meetsAt)),
      ]
    case .discount(let needed, let best, let month, let missing):
      return [
        JSONMember("discount_kwh_per_kva", .exact(needed)),
        JSONMember("best_kwh_per_kva", .exact(best.rounded(digits: 4))),
        JSONMember("best_kwh_per_kva_month", .string(month.description)),
        JSONMember("missing_kwh_in_best_month", .exact(missing)),
      ]
    case .allowance(let limit, let demand, let month):
      return [
        JSONMember("contract_allows_kw", .exact(limit)),
        JSONMember("margin_to_allowance_kw", .exact(limit - demand)),
        JSONMember("highest_month", .string(month.description)),
      ]
    case .powerFactor(let worst, let month, let standard):
      return [
        JSONMember("power_factor_standard", .string(standard.rawValue)),
        JSONMember("lowest_power_factor", .string(worst.description)),
        JSONMember("lowest_power_factor_month", .string(month.description)),
      ]
    }
  }

  private func json(_ finding: Finding) -> JSONValue {
    [
      "code": .string(finding.code.rawValue),
      "severity": .string(finding.severity.rawValue),
      "text": .string(FindingWords(finding: finding, currency: currency).text),
      "evidence": .object(finding.evidence.map { JSONMember($0.key, Self.json($0.value)) }),
    ]
  }

  private static func json(_ value: Finding.Evidence.Value) -> JSONValue {
    switch value {
    case .money(let money): return .string(money.text(digits: 2))
    case .price(let price): return .string(price.description)
    case .power(let power): return .exact(power)
    case .quantity(let quantity): return .exact(quantity)
    case .rate(let rate): return fraction(rate)
    case .count(let count): return .count(count)
    case .month(let month): return .string(month.description)
    case .months(let months): return .array(months.map { .string($0.description) })
    case .word(let word): return .string(word)
    case .sentence(let sentence): return .string(say(sentence))
    case .sentences(let sentences): return .array(sentences.map { .string(say($0)) })
    case .words(let words): return .array(words.map { .string($0) })
    case .moment(let time): return .string(time.description)
    case .variants(let variants): return .array(variants.map { .string(VariantWords.code($0)) })
    }
  }

  private func json(_ recommendation: Recommendation) -> JSONValue {
    [
      "lever": .string(recommendation.lever.name),
      "to": SettingWords.json(recommendation.to),
      "saving": .string(recommendation.saving.text(digits: 2)),
      "average_price_after": .text(recommendation.averagePriceAfter?.text(digits: 4)),
      "feasible": true,
      "condition": .text(FeasibilityWords.condition(recommendation.feasibility)),
      "because": .string(FeasibilityWords.because(recommendation)),
      "check_on_site": .array(
        recommendation.checks.map { .string(SiteCheckWords.text($0)) }),
    ]
  }

  private static func json(_ interval: HighestInterval) -> JSONValue {
    [
      "at": .string(interval.start.description),
      "kw": .exact(interval.demand),
      "period": .text(interval.period?.name),
      "month": .string(interval.month.description),
      "next_event_kw": .exact(interval.nextEvent),
      "worth": .text(interval.worth?.text(digits: 2)),
    ]
  }

  private var best: JSONValue {
    guard let best = audit.best else { return nil }
    return [
      "levers": .array(
        best.levers.map {
          [
            "lever": .string($0.lever.name), "to": SettingWords.json($0.to),
            "saving": .string($0.saving.text(digits: 2)),
          ]
        }),
      "saving": .string(best.saving.text(digits: 2)),
      "total": .string(best.scenario.total.text(digits: 2)),
      "average_price": .text(best.scenario.averagePrice?.text(digits: 4)),
      "optimal": .bool(audit.optimum?.isOptimal ?? false),
      "lower_bound": .text(audit.optimum?.lowerBound?.text(digits: 2)),
    ]
  }

  private func json(_ claim: CheckedClaim) -> JSONValue {
    [
      "figure": .string(claim.claim.text),
      "measure": .string(claim.claim.measure.rawValue),
      "published": .string(claim.claim.published.text(digits: claim.claim.digits)),
      "computed": .text(claim.computed?.rounded(digits: max(4, claim.claim.digits)).description),
      "holds": .bool(claim.holds),
    ]
  }
}
