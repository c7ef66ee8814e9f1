import Billing
import Quantities

extension BillingProblem {
  /// The month the problem is about, where it is about one.
  var month: Month? {
    switch self {
    case .noRulesInForce(_, let month, _), .noPriceInForce(_, let month, _),
      .noPriceRow(_, let month, _, _), .missingPrice(_, _, let month, _),
      .missingRegister(_, let month, _), .unknownRegister(_, let month, _),
      .missingUse(_, _, let month), .withheldUse(_, _, let month), .missingSubMeter(_, let month),
      .missingLineDemand(_, let month), .curveNeedsIntervals(let month):
      return month
    case .unknownTariff, .missingAccountValue, .methodNotAllowed, .edgeInsideInterval,
      .intervalDoesNotFit, .missingLosses, .missingCurve, .unknownHolidays:
      return nil
    }
  }

  /// The same problem, whatever the month: what twelve months have in common is said once.
  var regardlessOfMonth: BillingProblem {
    let any = Month(ordinal: 0)
    switch self {
    case .noRulesInForce(let tariff, _, let versions):
      return .noRulesInForce(tariff: tariff, month: any, versions: versions)
    case .noPriceInForce(let tariff, _, let pages):
      return .noPriceInForce(tariff: tariff, month: any, pages: pages)
    case .noPriceRow(let tariff, _, let voltage, let rows):
      return .noPriceRow(tariff: tariff, month: any, voltage: voltage, rows: rows)
    case .missingPrice(let columns, let charge, _, let found):
      return .missingPrice(columns: columns, charge: charge, month: any, found: found)
    case .missingRegister(let period, _, let read):
      return .missingRegister(period, month: any, read: read)
    case .unknownRegister(let period, _, let periods):
      return .unknownRegister(period, month: any, periods: periods)
    case .missingUse(let field, let charge, _):
      return .missingUse(field, charge: charge, month: any)
    case .withheldUse(let figure, let charge, _):
      return .withheldUse(figure, charge: charge, month: any)
    case .missingSubMeter(let name, _): return .missingSubMeter(name, month: any)
    case .missingLineDemand(let line, _): return .missingLineDemand(line: line, month: any)
    case .curveNeedsIntervals: return .curveNeedsIntervals(month: any)
    case .unknownTariff, .missingAccountValue, .methodNotAllowed, .edgeInsideInterval,
      .intervalDoesNotFit, .missingLosses, .missingCurve, .unknownHolidays:
      return self
    }
  }
}
