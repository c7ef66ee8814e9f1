import Quantities
import Screening
import Use

/// A row of a screening as programs read it.
struct ScreenRecord {
  let account: String
  let row: RankedRow
  private let isAnonymous: Bool

  init(_ row: RankedRow, alias: String?) {
    account = alias ?? row.row.account
    isAnonymous = alias != nil
    self.row = row
  }

  private var figures: ScreenFigures? { row.row.figures }

  /// Whether its data are in doubt.
  var isSuspect: Bool { row.reason == .suspect }

  /// Why there are no figures; of an anonymous account no more than that.
  var error: String? {
    guard case .failed(let reason) = row.row.outcome else { return nil }
    return say(isAnonymous ? "the account could not be billed" : reason)
  }

  /// What stands in a column of ``ScreenReport/columns``.
  func cell(_ column: String) -> JSONValue {
    switch column {
    case "account": return .string(account)
    case "name": return .text(isAnonymous ? nil : row.row.name)
    case "industry": return .string(row.row.industry)
    case "voltage": return .text(row.row.voltage?.rawValue)
    case "tariff": return .string(row.row.tariff)
    case "error": return .text(error)
    case "rank": return row.rank.map(JSONValue.count) ?? .null
    case "findings": return .array(row.findings.map(JSONValue.string))
    case "reason": return .string(ReasonWords.text(row.reason, figures))
    case "size_band": return .text(row.band?.rawValue)
    case "peer_median_price": return .text(row.place.map { $0.peers.medianPrice.text(digits: 4) })
    case "price_deviation": return .fraction(row.place?.priceDeviation)
    case "robust_z": return .fraction(row.place?.robustZ)
    case "peer_basic_share": return .fraction(row.place?.peers.medianBasicShare)
    case "peer_group": return .text(row.place.map { ReasonWords.group($0.group) })
    case "peers": return row.place.map { .count($0.peers.count) } ?? .null
    default: return figures.map { cell(column, $0) } ?? .null
    }
  }

  private func cell(_ column: String, _ figures: ScreenFigures) -> JSONValue {
    func money(_ amount: Money?) -> JSONValue {
      .text(amount.map { LineRecord.money($0, figures.moneyDigits).description })
    }
    switch column {
    case "energy_kwh": return .exact(figures.energy)
    case "total": return money(figures.total)
    case "average_price": return .text(figures.averagePrice.map { $0.text(digits: 4) })
    case "basic_share": return .fraction(figures.basicShare)
    case "load_ratio": return .fraction(figures.loadRatio)
    case "load_factor": return .fraction(figures.loadFactor)
    case "valley_share": return .fraction(figures.valleyShare)
    case "power_factor": return .text(figures.powerFactor.map { $0.text(digits: 4) })
    case "best_lever": return .text(figures.best?.lever)
    case "best_lever_to": return .text(figures.best?.to)
    case "saving": return money(figures.best?.saving)
    case "saving_of_an_even_load": return money(figures.evenLoadSaving)
    case "currency": return .string(figures.currency)
    case "months": return .count(figures.months)
    case "incomplete_months": return .count(figures.incompleteMonths)
    case "max_demand_kw": return .exact(figures.maximumDemand)
    case "capacity_kva": return .exact(figures.capacity)
    default: preconditionFailure("a screening has no column \(column)")
    }
  }
}

extension JSONValue {
  /// A fraction to four decimals, or null where it is not known.
  fileprivate static func fraction(_ rate: Rate?) -> JSONValue {
    rate.map { .number(JSONNumber($0, digits: 4)) } ?? .null
  }

  /// The value as a cell of a table.
  var cell: CSVCell {
    switch self {
    case .null: return .empty
    case .string(let text): return .text(text)
    case .number(let number): return .figure(number.text)
    case .bool(let value): return .figure(value ? "true" : "false")
    case .array(let values):
      return .text(
        values.map { value in
          guard case .string(let text) = value else { return "" }
          return text
        }.joined(separator: " "))
    case .object: return .empty
    }
  }
}
