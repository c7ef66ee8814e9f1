import Casework
import Quantities
import Screening
import Use

/// A row of a screening that is not ranked yet, as one line of JSON with every digit it has.
package enum ScreenRowLine {
  /// The line, without a line end.
  package static func text(_ row: ScreenRow) -> String {
    JSONWriter.compact(.object(members(of: row)))
  }

  /// The line of a row held against its like, without a line end: the key by which it is sorted, a
  /// tabulator, and the row with the figures of its group.
  package static func text(_ placed: PlacedRow) -> String {
    let peers = placed.place.map { place -> JSONValue in
      let isByVoltage = if case .industryAndVoltage = place.group { true } else { false }
      return [
        "by_voltage": .bool(isByVoltage), "count": .count(place.peers.count),
        "median_price": .string(place.peers.medianPrice.description),
        "median_distance": .string(place.peers.medianDistance.description),
        "median_basic_share": .string(place.peers.medianBasicShare.description),
      ]
    }
    let row = members(of: placed.row) + [JSONMember("peers", peers ?? .null)]
    return placed.order.text + "\t" + JSONWriter.compact(.object(row))
  }

  private static func members(of row: ScreenRow) -> [JSONMember] {
    var members: [JSONMember] = [
      JSONMember("account", .string(row.account)), JSONMember("name", .string(row.name)),
      JSONMember("industry", .string(row.industry)),
      JSONMember("voltage", .text(row.voltage?.rawValue)),
      JSONMember("tariff", .string(row.tariff)),
    ]
    switch row.outcome {
    case .failed(let reason): members.append(JSONMember("error", .string(say(reason))))
    case .billed(let figures): members += Self.members(figures)
    }
    members.append(
      JSONMember("extra", .object(row.extra.map { JSONMember($0.heading, .string($0.value)) })))
    return members
  }

  private static func members(_ figures: ScreenFigures) -> [JSONMember] {
    [
      JSONMember("error", nil), JSONMember("currency", .string(figures.currency)),
      JSONMember("money_digits", .count(figures.moneyDigits)),
      JSONMember("months", .count(figures.months)),
      JSONMember("incomplete_months", .count(figures.incompleteMonths)),
      JSONMember("energy_kwh", .exact(figures.energy)),
      JSONMember("total", .string(figures.total.description)),
      JSONMember("average_price", .text(figures.averagePrice?.description)),
      JSONMember("basic_share", .exact(figures.basicShare)),
      JSONMember("load_ratio", .exact(figures.loadRatio)),
      JSONMember("load_factor", .exact(figures.loadFactor)),
      JSONMember("valley_share", .exact(figures.valleyShare)),
      JSONMember("power_factor", .text(figures.powerFactor?.description)),
      JSONMember("max_demand_kw", .exact(figures.maximumDemand)),
      JSONMember("capacity_kva", .exact(figures.capacity)),
      JSONMember("findings", .array(figures.findings.map(JSONValue.string))),
      JSONMember("best_lever", .text(figures.best?.lever)),
      JSONMember("best_lever_to", .text(figures.best?.to)),
      JSONMember("saving", .text(figures.best?.saving.description)),
      JSONMember("saving_of_an_even_load", .text(figures.evenLoadSaving?.description)),
    ]
  }
}
