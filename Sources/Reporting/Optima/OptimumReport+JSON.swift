import Advice
import Quantities
import Tariffs

extension OptimumReport {
  /// The optimum as a JSON document.
  package var json: JSONValue {
    .object(
      comparison.members + [
        JSONMember("optimal", .bool(optimum.isOptimal)),
        JSONMember("lower_bound", .text(optimum.lowerBound?.text(digits: 2))),
        JSONMember("gap", .text(gap?.text(digits: 2))),
        JSONMember("calendar", .array(optimum.filings.map(Self.filing))),
        JSONMember("sensitivity", Self.sensitivity(optimum.sensitivity)),
        JSONMember("alternatives", .array(optimum.alternatives.map(Self.alternative))),
        JSONMember("paybacks", .array(optimum.paybacks.map(Self.payback))),
        JSONMember("forecast", optimum.forecast.map(Self.forecast) ?? .null),
      ])
  }

  private static func money(_ amount: Money) -> JSONValue { .string(amount.text(digits: 2)) }

  static func filing(_ filing: Filing) -> JSONValue {
    [
      "what": .string(FilingWords.code(filing.change)),
      "value": .string(FilingWords.value(filing.change)),
      "in_force_from": .string(filing.inForce.description),
      "file_by": .text(filing.fileBy?.description),
      "source": .text(filing.rule?.citation),
    ]
  }

  private static func sensitivity(_ sensitivity: Sensitivity) -> JSONValue {
    [
      "capacity_kva": .array(
        sensitivity.capacities.map {
          ["capacity_kva": .exact($0.capacity), "total": money($0.total)]
        }),
      "flexible_share": .array(
        sensitivity.shares.map { ["share": .exact($0.share), "total": money($0.total)] }),
      "storage": .array(
        sensitivity.batteries.map {
          [
            "kwh": .exact($0.battery.capacity), "kw": .exact($0.battery.power),
            "saving": money($0.saving),
          ]
        }),
    ]
  }

  private static func alternative(_ alternative: Optimum.Alternative) -> JSONValue {
    [
      "levers": .array(
        alternative.levers.map { lever in
          ["lever": .string(lever.name), "to": .text(LeverWords.target(lever))]
        }),
      "capacity_kva": .exact(alternative.capacity),
      "total": money(alternative.total),
    ]
  }

  private static func payback(_ payback: Payback) -> JSONValue {
    [
      "lever": .string(payback.lever.name),
      "quantity": .exact(payback.quantity),
      "unit": .string(PaybackWords.unit(payback.lever)),
      "investment": money(payback.investment),
      "months": payback.months.map { .number(JSONNumber($0, digits: 1)) } ?? .null,
    ]
  }

  static func forecast(_ forecast: FilingForecast) -> JSONValue {
    [
      "month": .string(forecast.month.description),
      "contract_demand_kw": .exact(forecast.recommended),
      "least_expected_cost_kw": .exact(forecast.optimum),
      "margin": .exact(forecast.margin),
      "expected_cost": money(forecast.expectedCost),
      "worst_case": money(forecast.worstCase),
      "exceedance": .number(JSONNumber(forecast.exceedance, digits: 4)),
      "actual_demand_cost": .text(forecast.actualDemandCost?.text(digits: 2)),
      "actual_demand_is_better": .bool(forecast.actualDemandIsBetter),
      "curve": .array(
        forecast.curve.map {
          ["contract_demand_kw": .exact($0.contract), "cost": money($0.cost)]
        }),
    ]
  }
}
