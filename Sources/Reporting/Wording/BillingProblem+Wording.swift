import Billing
import Documents
import Quantities
import Use

extension BillingProblem {
  /// What was found and expected, and what to do about it.
  struct Wording {
    let message: Message
    let hint: Message?
  }

  /// The problem in words, for the months it holds for.
  func wording(months: [Month]) -> Wording {
    let when = MonthWords.list(months)
    switch self {
    case .unknownTariff(let id, let known):
      return Self.unknownTariff(id, known)
    case .noRulesInForce(let tariff, _, let versions):
      return Self.noRules(tariff, months, versions)
    case .noPriceInForce(let tariff, _, let pages):
      return Self.noPrice(tariff, months, pages)
    case .noPriceRow(let tariff, _, let voltage, let rows):
      return Self.noRow(tariff, when, voltage, rows)
    case .missingPrice(let columns, let charge, _, let found):
      return Self.missingPrice(columns, charge, when, found)
    case .missingAccountValue(let field, let charge):
      return Self.missingValue(field, charge)
    case .methodNotAllowed(let method, let allowed, let tariff):
      return Wording(
        message: """
          basic_charge is \(method.rawValue), but \(tariff) allows \
          \(Printable.alternatives(allowed.map(\.rawValue)))
          """,
        hint: "set basic_charge to \(Printable.alternatives(allowed.map(\.rawValue)))")
    case .missingRegister(let period, _, let read):
      return Self.missingRegister(period, when, read)
    case .unknownRegister(let period, _, let periods):
      return Self.unknownRegister(period, when, periods)
    case .missingUse(let field, let charge, _):
      return Self.missingUse(field, charge, when)
    case .withheldUse(let figure, let charge, _):
      return Self.withheldUse(figure, charge, when)
    case .missingLosses(let unit):
      return Wording(
        message: """
          the meter is on the low-voltage side, so the losses of transformer \(Printable.quote(unit)) \
          are billed, but its plate is not known
          """,
        hint: "give p0_kw, pk_kw, i0_percent and uk_percent in transformers.csv")
    case .missingSubMeter(let name, _):
      return Wording(
        message: "the sub-meter \(Printable.quote(name)) is read, but has no reading for \(when)",
        hint: "add a row with point \(name) to readings.csv")
    case .missingLineDemand(let line, _):
      return Wording(
        message: "the supply line \(Printable.quote(line)) has no maximum demand for \(when)",
        hint: "lines that may be in use at once are billed one by one; add its row to readings.csv")
    case .missingCurve(let date):
      return Wording(
        message: "the account buys in the market, but curve.csv has no prices for \(date)",
        hint: "give the prices of the day or of its month, from 00:00 on")
    case .curveNeedsIntervals:
      return Wording(
        message: "prices by time of day need interval data; \(when) is known from registers only",
        hint: "add the load file to load/, or leave curve.csv out")
    case .unknownHolidays(let date, let known):
      return Wording(
        message: """
          the hours of the tariff are others on public holidays, which are known for \(known) only, \
          not for \(date)
          """,
        hint: "add the year's holidays to the file of holidays the tariff's calendar names")
    case .edgeInsideInterval(let time, let seconds):
      return Wording(
        message: """
          a period of the tariff begins or ends at \(time), inside an interval of \
          \(UnitWords.duration(seconds: seconds)); its energy cannot be divided
          """,
        hint: "use a load curve whose intervals begin at \(time)")
    case .intervalDoesNotFit(let interval, let demand):
      return Wording(
        message: """
          intervals of \(UnitWords.duration(seconds: interval)) do not fit the tariff's demand \
          interval of \(UnitWords.duration(seconds: demand)): neither is a multiple of the other
          """,
        hint: "use a load curve of \(UnitWords.duration(seconds: demand)) or a part of it")
    }
  }

  private static func unknownTariff(_ id: String, _ known: [String]) -> Wording {
    let hint: Message
    if let near = Suggestion.hint(for: id, in: known) {
      hint = near
    } else if known.isEmpty {
      hint = "name the folder of the tariff files with --tariffs DIR"
    } else {
      hint = "known are \(shortList(known)); \"tariffwise tariffs\" lists all"
    }
    return Wording(message: "there is no tariff \(Printable.quote(id))", hint: hint)
  }

  private static func missingValue(_ field: AccountField, _ charge: String) -> Wording {
    let message: Message = "the account has no \(field.rawValue), which the charge \(charge) needs"
    switch field {
    case .voltage:
      return Wording(
        message: message, hint: "fill in voltage, such as 1-10kV or 35kV: prices depend on it")
    case .transformers:
      return Wording(
        message: message, hint: "fill in transformers in kVA, such as 20000 or 2x1000+630")
    case .basicCharge:
      let methods = BasicChargeMethod.allCases.map(\.rawValue)
      return Wording(
        message: message, hint: "fill in basic_charge: \(Printable.alternatives(methods))")
    case .contractDemand:
      return Wording(
        message: message, hint: "fill in contract_demand_kw, the demand declared to the utility")
    }
  }

  private static func missingUse(_ field: UseField, _ charge: String, _ when: String) -> Wording {
    switch field {
    case .maximumDemand, .maximumApparent, .maximumReactive, .reactive:
      return Wording(
        message: "\(when) has no \(field.rawValue), which the charge \(charge) needs",
        hint: field == .reactive
          ? "fill in kvarh_forward, or set power_factor_standard to none if it is not adjusted"
          : "fill in \(field.rawValue), or give a load curve it can be taken from")
    case .sequence:
      return Wording(
        message: """
          the tiers of the charge \(charge) are filled in the order of use, which register \
          readings of \(when) do not tell
          """,
        hint: "give a load curve for \(when)")
    }
  }

  private static func withheldUse(
    _ figure: WithheldFigure, _ charge: String, _ when: String
  ) -> Wording {
    switch figure {
    case .demand(let start):
      return Wording(
        message: """
          the charge \(charge) needs the maximum demand of \(when), but from \(start) on there are \
          readings longer than the demand interval, which hide it
          """,
        hint: "export the readings on the grid of the demand interval")
    case .reactive(let start, let intervals):
      return Wording(
        message: """
          the charge \(charge) needs the reactive energy of \(when), but \(intervals) intervals have \
          active energy only, the first at \(start)
          """,
        hint:
          "fill in kvarh_forward and kvarh_reverse in readings.csv, or export the missing values"
      )
    }
  }

  private static func missingRegister(
    _ period: PeriodName, _ when: String, _ read: [PeriodName]
  ) -> Wording {
    let found: Message =
      read.isEmpty
      ? "there is no register by period"
      : "there are \(Printable.alternatives(read.map(register), conjunction: "and"))"
    return Wording(
      message: """
        the readings of \(when) have no \(register(period)), a period in which the tariff has hours; \
        \(found)
        """,
      hint: """
        fill in \(register(period)) (0 if nothing was used), or bill from a load curve, which can be cut \
        by any tariff's hours
        """)
  }

  private static func unknownRegister(
    _ period: PeriodName, _ when: String, _ periods: [PeriodName]
  ) -> Wording {
    let columns = periods.map(register)
    let expected = Printable.alternatives(columns, conjunction: "and")
    return Wording(
      message: """
        the readings of \(when) count energy in \(register(period)), but the tariff bills by \
        \(expected)
        """,
      hint: Suggestion.hint(for: register(period), in: columns)
        ?? "check that the account's tariff is the one its meter is set for")
  }

  /// The column of a period's readings.
  private static func register(_ period: PeriodName) -> String {
    period == .all ? "kwh" : "kwh_\(period)"
  }

  private static func noRow(
    _ tariff: String, _ when: String, _ voltage: Voltage, _ rows: [[Voltage]]
  ) -> Wording {
    let served = rows.map { row in row.map(\.rawValue).joined(separator: " ") }
    return Wording(
      message: """
        the price page of \(tariff) for \(when) has no row for \(voltage.rawValue); its rows serve \
        \(served.isEmpty ? "no voltage" : served.joined(separator: ", "))
        """,
      hint: "correct the account's voltage, or the row on the price page")
  }

  /// At most six names.
  static func shortList(_ names: [String]) -> Message {
    guard names.count > 6 else { return Printable.alternatives(names, conjunction: "and") }
    let first = Message.list(Array(names.prefix(5)), separator: ", ")
    return "\(first) and \(names.count - 5) more"
  }
}
