import Quantities
import Tariffs
import Use

/// Why an account could not be billed.
public enum BillingProblem: Error, Sendable, Hashable {
  /// No tariff has the id.
  case unknownTariff(String, known: [String])
  /// No version of the rules is in force.
  case noRulesInForce(tariff: String, month: Month, versions: [DateRange])
  /// No price page is in force.
  case noPriceInForce(tariff: String, month: Month, pages: [DateRange])
  /// No row serves the account's voltage.
  case noPriceRow(tariff: String, month: Month, voltage: Voltage, rows: [[Voltage]])
  /// Prices are on no page in force; and where they are found, where a page says so.
  case missingPrice(columns: [String], charge: String, month: Month, found: [String])
  /// The account lacks a value that a charge needs.
  case missingAccountValue(AccountField, charge: String)
  /// The tariff does not allow the method of the basic charge.
  case methodNotAllowed(BasicChargeMethod, allowed: [BasicChargeMethod], tariff: String)
  /// The readings have no register for a period of the tariff.
  case missingRegister(PeriodName, month: Month, read: [PeriodName])
  /// The readings have a register the tariff has no period for.
  case unknownRegister(PeriodName, month: Month, periods: [PeriodName])
  /// The use lacks a figure that a charge needs.
  case missingUse(UseField, charge: String, month: Month)
  /// The intervals tell a figure that a charge needs for part of the month only.
  case withheldUse(WithheldFigure, charge: String, month: Month)
  /// The hours of a day hang on public holidays, which are not known for it.
  case unknownHolidays(CalendarDate, known: DateRange)
  /// A period begins or ends inside an interval. [s]
  case edgeInsideInterval(ClockTime, intervalSeconds: Int)
  /// The interval does not fit the demand interval. [s]
  case intervalDoesNotFit(intervalSeconds: Int, demandSeconds: Int)

  /// The losses of a transformer behind which the meter stands are not known.
  case missingLosses(unit: String)
  /// A sub-meter that is read has no reading.
  case missingSubMeter(String, month: Month)
  /// A supply line has no demand.
  case missingLineDemand(line: String, month: Month)
  /// The account buys in the market, but the curve has no price for a day.
  case missingCurve(CalendarDate)
  /// Prices by time of day need interval data.
  case curveNeedsIntervals(month: Month)

  /// A value of the account.
  public enum AccountField: String, Sendable, Hashable {
    /// The supply voltage.
    case voltage
    /// Installed transformers.
    case transformers
    /// The method of the basic charge.
    case basicCharge = "basic_charge"
    /// The contract demand.
    case contractDemand = "contract_demand_kw"
  }

  /// A figure of the month's use.
  public enum UseField: String, Sendable, Hashable {
    /// Maximum demand.
    case maximumDemand = "max_demand_kw"
    /// Maximum apparent power.
    case maximumApparent = "max_demand_kva"
    /// Maximum reactive power.
    case maximumReactive = "max_demand_kvar"
    /// Reactive energy.
    case reactive = "kvarh_forward"
    /// The order in which energy was used.
    case sequence = "load"
  }
}
