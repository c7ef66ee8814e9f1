import Quantities

extension Account {
  /// Every transformer the account ever has, those that events add included, as first installed.
  public var installedUnits: [InstalledUnit] { units.isEmpty ? transformers?.units ?? [] : units }

  /// What a basic charge counts while nothing is paused: transformers plus high-voltage motors, of
  /// all supply lines. [kVA]
  ///
  /// Nothing where no capacity is known.
  public var billedCapacity: Power? {
    if !lines.isEmpty { return lines.reduce(.zero) { $0 + $1.billedCapacity } }
    guard !units.isEmpty || transformers != nil || highVoltageMotors > .zero else { return nil }
    return Self.capacity(of: installedUnits) + highVoltageMotors
  }

  /// The capacity of units in use: of interlocked units the largest, of sealed ones nothing. [kVA]
  static func capacity(of units: [InstalledUnit]) -> Power {
    let groups = Dictionary(grouping: units.filter { $0.standby != .cold }, by: \.group)
    return groups.values.reduce(.zero) { sum, group in
      sum + (group.map(\.capacity).max() ?? .zero)
    }
  }

  /// The account as its events have left it at the start of a day: contract, method, tariff and
  /// voltage.
  ///
  /// Transformers are followed day by day by ``CapacityTimeline``.
  public func state(on date: CalendarDate) -> Account {
    var state = self
    for event in events.sorted(by: { $0.date < $1.date }) where event.date <= date {
      switch event.change {
      case .contract(let demand): state.contractDemand = demand
      case .method(let method): state.basicCharge = method
      case .tariff(let id): state.tariff = id
      case .voltage(let level): state.voltage = level
      case .pause, .resume, .add, .remove, .replace: continue
      }
    }
    return state
  }

  /// Every tariff the account is billed under: its own, those of its sub-meters, and those events
  /// bring.
  public var namedTariffs: Set<String> {
    var ids = Set([tariff] + subMeters.map(\.tariff))
    for case .tariff(let id) in events.map(\.change) { ids.insert(id) }
    return ids
  }

  /// The days a month's bill is for: the calendar month, or from reading day to reading day.
  public func billingPeriod(of month: Month) -> DateSpan {
    guard let readingDay,
      let start = CalendarDate(
        year: month.adding(-1).year, month: month.adding(-1).number, day: readingDay),
      let end = CalendarDate(year: month.year, month: month.number, day: readingDay),
      let span = DateSpan(start: start, end: end)
    else { return DateSpan(month) }
    return span
  }
}
