import Billing
import Quantities
import Use

extension Problem {
  /// The reasons an account was not billed, each once, with the months it holds for.
  ///
  /// - Parameters:
  ///   - failure: The reasons.
  ///   - account: Whose they are; it is named in each.
  ///   - tariffGiven: Whether the tariff was named on the command line: readings that do not fit
  ///     it are then no fault of the file, but a question without an answer.
  /// - Returns: A problem for each reason, in the order of the months.
  package static func list(
    of failure: BillingFailure, account: Account, tariffGiven: Bool = false
  ) -> [Problem] {
    var order: [BillingProblem] = []
    var months: [BillingProblem: [Month]] = [:]
    for problem in failure.problems {
      let key = problem.regardlessOfMonth
      if months[key] == nil { order.append(key) }
      months[key, default: []] += problem.month.map { [$0] } ?? []
    }
    return order.map { problem in
      Problem(
        problem, months: months[problem] ?? [], account: account.id, tariffGiven: tariffGiven)
    }
  }

  /// One reason an account was not billed.
  ///
  /// - Parameters:
  ///   - problem: The reason.
  ///   - months: The months it holds for, where it is about months.
  ///   - account: The account's number, where several are at hand.
  ///   - tariffGiven: Whether the tariff was named on the command line.
  package init(
    _ problem: BillingProblem, months: [Month] = [], account: String? = nil,
    tariffGiven: Bool = false
  ) {
    let months = months.isEmpty ? problem.month.map { [$0] } ?? [] : months
    let wording = problem.wording(months: months)
    self.init(
      code: problem.code,
      message: account.map { BillHeader.lead($0, wording.message) } ?? wording.message,
      hint: wording.hint,
      exitCode: problem.exitCode(tariffGiven: tariffGiven))
  }
}

extension BillingProblem {
  /// The stable name of the problem.
  package var code: String {
    switch self {
    case .unknownTariff: return "unknown-tariff"
    case .noRulesInForce: return "no-rules-in-force"
    case .noPriceInForce: return "no-price-in-force"
    case .missingLosses: return "missing-losses"
    case .missingSubMeter: return "missing-sub-meter"
    case .missingLineDemand: return "missing-line-demand"
    case .missingCurve: return "missing-curve"
    case .curveNeedsIntervals: return "curve-needs-intervals"
    case .noPriceRow: return "no-price-row"
    case .missingPrice: return "missing-price"
    case .missingAccountValue: return "missing-account-value"
    case .methodNotAllowed: return "method-not-allowed"
    case .missingRegister: return "missing-register"
    case .unknownRegister: return "unknown-register"
    case .missingUse: return "missing-use"
    case .withheldUse: return "withheld-use"
    case .unknownHolidays: return "unknown-holidays"
    case .edgeInsideInterval: return "edge-inside-interval"
    case .intervalDoesNotFit: return "interval-does-not-fit"
    }
  }

  /// What the program ends with; it differs where the tariff was named on the command line.
  package func exitCode(tariffGiven: Bool = false) -> Int {
    switch self {
    case .noRulesInForce, .noPriceInForce, .noPriceRow, .missingPrice, .edgeInsideInterval,
      .intervalDoesNotFit, .withheldUse, .unknownHolidays:
      return 3
    case .unknownTariff:
      return tariffGiven ? 64 : 1
    case .missingAccountValue, .missingLosses, .missingSubMeter, .missingLineDemand,
      .missingCurve, .curveNeedsIntervals:
      return 1
    case .methodNotAllowed, .missingRegister, .unknownRegister, .missingUse:
      // The file fits the account's own tariff; the one that was asked about needs other figures.
      return tariffGiven ? 3 : 1
    }
  }
}
