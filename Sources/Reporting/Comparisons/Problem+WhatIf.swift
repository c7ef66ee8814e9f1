import Advice
import Billing
import Quantities
import Use

extension Problem {
  /// Why there is no comparison, in words.
  package static func list(
    of failure: WhatIf.Failure, account: Account, tariffGiven: Bool
  ) -> [Problem] {
    switch failure {
    case .billing(let failure):
      return list(of: failure, account: account, tariffGiven: tariffGiven)
    case .lever(_, let problem): return [Problem(problem)]
    }
  }

  /// Why a lever cannot be applied, in words.
  package init(_ problem: LeverProblem) {
    switch problem {
    case .sharesDoNotAddUp(let sum):
      self.init(
        code: "shares-do-not-add-up",
        message: "the shares add up to \(sum.percentText) %; 100 % is expected, none below zero",
        exitCode: 64)
    case .sharesDoNotMatch(let named, let periods):
      self.init(
        code: "shares-do-not-match",
        message:
          "shares are given for \(named.map(\.name).joined(separator: ", ")); the tariff has the "
          + "periods \(periods.map(\.name).joined(separator: ", "))",
        hint: "give each period its share, such as "
          + periods.map { "\($0)=…" }.joined(separator: ","),
        exitCode: 64)
    case .periodWithoutHours(let period, let month):
      self.init(
        code: "period-without-hours",
        message: "\(month) has no \(period) hours that energy could be moved to",
        hint: "give \(period) the share 0, or compare months that have such hours", exitCode: 3)
    case .noPeriods(let month):
      self.init(
        code: "no-rules-in-force",
        message: "no rules are in force in \(month) that would tell its periods", exitCode: 3)
    }
  }
}
