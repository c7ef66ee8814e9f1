import Advice
import Quantities

extension AuditReport {
  /// What pictures are drawn from, beside the bills: members of the audit as JSON.
  var pictureMembers: [JSONMember] {
    [
      JSONMember(
        "peers",
        audit.peers.map {
          [
            "median_price": .string($0.medianPrice.text(digits: 4)),
            "median_basic_share": .exact($0.medianBasicShare),
          ]
        } ?? .null),
      JSONMember(
        "period_shares_after",
        .object(
          audit.periodSharesAfter.map {
            JSONMember($0.period.name, .number(JSONNumber($0.share, digits: 4)))
          })),
      JSONMember(
        "capacities",
        .array(
          capacities.map {
            ["capacity_kva": .exact($0.capacity), "total": .string($0.total.text(digits: 2))]
          })),
      JSONMember("calendar", .array((audit.optimum?.filings ?? []).map(OptimumReport.filing))),
      JSONMember("forecast", audit.optimum?.forecast.map(OptimumReport.forecast) ?? .null),
      JSONMember("load_shape", audit.load.map(Self.shape) ?? .null),
    ]
  }

  private static func shape(_ load: LoadPicture) -> JSONValue {
    [
      "interval_s": .count(load.intervalSeconds),
      "hours_by_month": .array(
        load.months.map { ["month": .string($0.month.description), "kw": powers($0.powers)] }),
      "typical_days": .array(
        load.typicalDays.map { day in
          [
            "months": .array(day.months.map { .string($0.description) }),
            "weekday_kw": powers(day.weekdays), "weekend_kw": powers(day.weekends),
            "periods": .array(
              day.periods.map {
                [
                  "from_min": .count($0.from), "to_min": .count($0.to),
                  "period": .string($0.name.name),
                ]
              }),
          ]
        }),
      "duration": .array(
        load.duration.map {
          ["share": .exact($0.share), "kw": .exact($0.power.rounded(digits: 3))]
        }),
      "days": .array(
        load.months.map { entry in
          let days = load.days.filter { $0.date.month == entry.month }
          return .object(
            [JSONMember("month", .string(entry.month.description))]
              + LoadPicture.State.allCases.map { state in
                JSONMember(state.rawValue, .count(days.count { $0.state == state }))
              })
        }),
    ]
  }

  private static func powers(_ powers: [Power?]) -> JSONValue {
    .array(powers.map { .exact($0?.rounded(digits: 3)) })
  }
}
