import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

/// Loads and transformers for the tests of plant.
enum Plant {
  /// Whole days of intervals, each with its load. [kW and kvar]
  static func profile(
    _ first: String = "2026-04-01", seconds: Int = 900, kW: [String], kvar: [String]? = nil,
    back: [String]? = nil
  ) throws -> LoadProfile {
    func energy(_ values: [String]) throws -> [Int64] {
      try values.map { Int64(try Power($0).units) * Int64(seconds) }
    }
    return LoadProfile(
      firstDay: try #require(CalendarDate(iso: first)), intervalSeconds: seconds,
      active: try energy(kW), reactiveForward: try kvar.map(energy),
      reactiveReverse: try back.map(energy))
  }

  /// A load that stays the same for some days. [kW and kvar]
  static func even(
    _ kW: String, kvar: String? = nil, days: Int, from first: String = "2026-04-01"
  ) throws -> LoadProfile {
    let count = days * 96
    return try profile(
      first, kW: Array(repeating: kW, count: count),
      kvar: kvar.map { Array(repeating: $0, count: count) })
  }

  /// A transformer with its plate. [kVA, kW, %]
  static func unit(
    _ id: String, _ capacity: Int, p0: String, pk: String?, i0: String? = nil,
    uk: String? = nil, group: Int = 0, standby: TransformerSet.Standby = .none
  ) throws -> InstalledUnit {
    InstalledUnit(
      id: id, capacity: Power(capacity), group: group, standby: standby,
      losses: InstalledUnit.Losses(
        noLoad: try Power(p0), load: try pk.map { try Power($0) },
        noLoadCurrent: try i0.map { try Rate(percent: $0) },
        shortCircuitVoltage: try uk.map { try Rate(percent: $0) }))
  }

  /// A single transformer with its plate. [kVA, kW, %]
  static func unit(
    _ capacity: Int, p0: String, pk: String?, i0: String? = nil, uk: String? = nil
  ) throws -> InstalledUnit {
    try unit("T", capacity, p0: p0, pk: pk, i0: i0, uk: uk)
  }

  /// An account that is metered before its transformers.
  static var account: Account { Account(id: "1", tariff: "t") }

  /// A month's readings, of April 2026 unless another is given. [kWh and kvarh]
  static func reading(
    _ active: Int, forward: Int? = nil, reverse: Int? = nil, month: String = "2026-04"
  ) throws -> MonthlyReading {
    var reading = MonthlyReading(month: try #require(Month(iso: month)))
    reading.total = Energy(kilowattHours: active)
    reading.reactiveForward = forward.map { Energy(kilowattHours: $0) }
    reading.reactiveReverse = reverse.map { Energy(kilowattHours: $0) }
    return reading
  }
}
