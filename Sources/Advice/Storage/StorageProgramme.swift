import LinearProgramming
import Quantities
import Use

/// The dispatch of a battery, alone or with load that may move, as a linear programme in kilowatts
/// and kilowatt-hours.
///
/// The only place of the search with binary fractions: ``StorageRepair`` turns what is found into
/// whole millijoules that keep every limit.
struct StorageProgramme {
  /// Which way a battery may be used in an interval.
  enum Direction { case both, charging, discharging }

  /// What the programme found.
  struct Answer {
    /// The least cost, energy of the load included. [currency]
    let objective: Money
    /// The level after each interval that has a value. [mJ]
    let levels: [Int128]
    /// What the battery draws, or below zero serves, in each of them. [mJ]
    let flows: [Int128]
    /// The highest demand it allows itself; nothing where demand costs nothing. [kW]
    let limit: Power?
    /// For intervals where it would draw and serve at once, the way that is left when only the
    /// difference counts.
    let clashes: [Int: Direction]
    /// What the energy costs, and what a kilowatt less of the highest demand adds to it at least.
    fileprivate let energy: (cost: Double, demand: Double, slope: Double)

    /// What no dispatch with its demand in another run can fall below.
    ///
    /// The energy's least cost is convex in the demand, so it lies above the tangent at this answer.
    ///
    /// - Parameters:
    ///   - run: The other run.
    ///   - highest: A demand that cannot be exceeded. [kW]
    /// - Returns: A lower bound for the cost. [currency]
    func bound(in run: DemandCost.ConvexRun, highest: Power) -> Money {
      let end = max(run.from, run.end ?? highest)
      let costs = run.pieces.flatMap { piece in
        let next = run.pieces.first { $0.from > piece.from }?.from ?? end
        return [piece.from, next].map { demand in
          energy.cost + energy.slope * (energy.demand - number(demand)) + number(piece.cost)
            + number(demand - piece.from) * number(piece.slope)
        }
      }
      return money(costs.min() ?? 0)
    }
  }

  let problem: PeriodProblem
  let battery: Battery
  /// The load, or what of it stays where it may move. [mJ]
  let load: [Int64]
  /// What may be added to each interval; nothing where no load may move. [kWh]
  private let rooms: [Double]?
  /// The intervals over which energy is kept, and what of it may move. [kWh]
  private let groups: [(intervals: Range<Int>, flexible: Double)]
  /// Intervals with a value; the battery rests in others.
  let intervals: [Int]
  let blocks: [Range<Int>]

  private static let millijoules = 3.6e9

  init(problem: PeriodProblem, battery: Battery, load: [Int64]) {
    self.problem = problem
    self.battery = battery
    self.load = load
    rooms = nil
    groups = []
    intervals = load.indices.filter { load[$0] != LoadProfile.missing }
    blocks = problem.demandBlocks(of: load)
  }

  /// Makes the programme of a battery and of load that may move.
  init(problem: PeriodProblem, battery: Battery, flexible: FlexibleLoad) {
    self.problem = problem
    self.battery = battery
    load = flexible.least
    var rooms = [Double](repeating: 0, count: load.count)
    var groups: [(intervals: Range<Int>, flexible: Double)] = []
    for group in flexible.groups {
      let moving = flexible.flexible(in: group)
      groups.append((group, Double(moving) / Self.millijoules))
      for index in group where flexible.least[index] != LoadProfile.missing {
        let room = Int128(flexible.most[index]) - Int128(flexible.least[index])
        rooms[index] = Double(min(room, moving)) / Self.millijoules
      }
    }
    self.rooms = rooms
    self.groups = groups
    intervals = load.indices.filter { flexible.least[$0] != LoadProfile.missing }
    blocks = problem.demandBlocks(of: load)
  }

  /// Finds the least cost with the demand in a run of its cost.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - margin: How far the demand stays below the run's end. [kW]
  ///   - directions: Ways the battery may be used; both where nothing is said.
  /// - Returns: Nothing where the demand cannot be kept in the run.
  func solve(
    _ run: DemandCost.ConvexRun, margin: Power = .zero, directions: [Int: Direction] = [:]
  ) -> Answer? {
    let count = intervals.count
    let kept = number(battery.oneWayEfficiency)
    let most =
      Double(battery.power.units) * Double(problem.intervalSeconds) / Self.millijoules
    let capacity = Double(battery.capacity.millijoules) / Self.millijoules
    let loads = load.map { $0 == LoadProfile.missing ? 0 : Double($0) / Self.millijoules }
    let prices = problem.prices.map { Double($0) / 1e12 }

    var programme = LinearProgramme()
    programme.reserve(
      columns: 4 * count + 8, rows: 3 * count + groups.count + 1,
      entries: 7 * count + (3 * problem.blockLength + 8) * blocks.count)
    for _ in intervals { programme.addColumn(cost: 0, upper: capacity) }
    for index in intervals {
      let may = directions[index] != .discharging
      programme.addColumn(cost: prices[index], upper: may ? most : 0)
    }
    for index in intervals {
      let may = directions[index] != .charging
      programme.addColumn(
        cost: -prices[index], upper: may ? min(most, max(0, loads[index] + room(index))) : 0)
    }
    for place in 0..<count {
      let before = place == 0 ? count - 1 : place - 1
      programme.addRow(
        lower: 0, upper: 0,
        [(place, 1), (before, -1), (count + place, -kept), (2 * count + place, 1 / kept)])
    }
    let ownEnergy = intervals.reduce(0) { $0 + prices[$1] * loads[$1] }
    let added = addMoving(prices: prices, most: most, loads: loads, to: &programme)
    let firstDemandRow = programme.rowCount
    guard
      let segments = addDemand(
        run, margin: margin, most: most, loads: loads, added: added, to: &programme),
      case .optimal(let objective, let values, let duals) = programme.solve()
    else { return nil }
    let height = segments.reduce(0) { $0 + values[$1] }
    let limit = run.from + Power(units: Int128((height * 1e6).rounded(.up)))
    let demandCost = segments.reduce(0) { $0 + values[$1] * programme.cost(of: $1) }
    // The first row holds the demand itself, not what it allows.
    let slope = duals.dropFirst(firstDemandRow + 1).reduce(0, +) * hours
    return Answer(
      objective: money(objective + ownEnergy + number(run.cost)),
      levels: (0..<count).map { Self.whole(values[$0]) },
      flows: (0..<count).map { Self.whole(values[count + $0] - values[2 * count + $0]) },
      limit: segments.isEmpty ? nil : run.end.map { min($0, limit) } ?? limit,
      clashes: clashes(values, kept: kept),
      energy: (objective - demandCost + ownEnergy, number(run.from) + height, slope))
  }

  /// The length of a demand interval. [h]
  private var hours: Double { Double(problem.blockLength * problem.intervalSeconds) / 3600 }

  /// A demand that cannot be exceeded, whatever moves and is charged. [kW]
  var highest: Power {
    let most = blocks.map { block in
      let rest = block.reduce(0) { $0 + max(0, Double(load[$1]) / Self.millijoules) }
      return rest + block.reduce(0) { $0 + room($1) }
    }.max()
    return Power(units: Int128(((most ?? 0) / hours * 1e6).rounded(.up))) + battery.power
  }

  /// What may be added to an interval. [kWh]
  private func room(_ index: Int) -> Double { rooms?[index] ?? 0 }

  /// Adds what moves into each interval, a row that keeps the energy of each group, and one for each
  /// interval in which the battery could serve more than stays.
  ///
  /// - Returns: The columns of intervals that can take any.
  private func addMoving(
    prices: [Double], most: Double, loads: [Double], to programme: inout LinearProgramme
  ) -> [Int: Int] {
    guard rooms != nil else { return [:] }
    var added: [Int: Int] = [:]
    for index in intervals where room(index) > 0 {
      added[index] = programme.addColumn(cost: prices[index], upper: room(index))
    }
    for group in groups {
      programme.addRow(
        lower: group.flexible, upper: group.flexible,
        group.intervals.compactMap { added[$0] }.map { (column: $0, weight: 1) })
    }
    for (place, index) in intervals.enumerated() where max(0, loads[index]) < most {
      guard let column = added[index] else { continue }
      programme.addRow(
        upper: max(0, loads[index]), [(2 * intervals.count + place, 1), (column, -1)])
    }
    return added
  }

  /// Adds the highest demand as segments of rising cost, a row that holds it in the run, and one for
  /// each demand interval that may be the highest.
  ///
  /// - Returns: The segments' columns, none where demand costs nothing; nothing where the battery's
  ///   power cannot bring the demand into the run.
  private func addDemand(
    _ run: DemandCost.ConvexRun, margin: Power, most: Double, loads: [Double],
    added: [Int: Int], to programme: inout LinearProgramme
  ) -> [Int]? {
    guard run.end != nil || run.pieces.contains(where: { $0.slope > .zero }) else { return [] }
    let from = number(run.from)
    // What is left of each demand interval with the battery at its full power is a demand that
    // cannot be undercut; others that charging cannot lift above it need no row.
    let floor = blocks.reduce(from) { floor, block in
      max(floor, block.reduce(0) { $0 + loads[$1] - min(most, max(0, loads[$1])) } / hours)
    }
    let end = run.end.map { number($0 - margin) } ?? .infinity
    guard floor <= end else { return nil }
    let segments = run.pieces.indices.map { index in
      let next = index + 1 < run.pieces.endIndex ? run.pieces[index + 1].from : run.end
      let width = next.map { number($0 - run.pieces[index].from) } ?? .infinity
      return programme.addColumn(
        cost: number(run.pieces[index].slope), upper: width)
    }
    programme.addRow(lower: floor - from, upper: end - from, segments.map { ($0, 1) })
    var places = [Int](repeating: 0, count: load.count)
    for (place, index) in intervals.enumerated() { places[index] = place }
    for block in blocks {
      let use = block.reduce(0) { $0 + loads[$1] }
      let room = block.reduce(most * Double(block.count)) { $0 + self.room($1) }
      guard use + room > floor * hours else { continue }
      var entries: [(column: Int, weight: Double)] = segments.map { ($0, hours) }
      for index in block {
        entries.append((intervals.count + places[index], -1))
        entries.append((2 * intervals.count + places[index], 1))
        if let column = added[index] { entries.append((column, -1)) }
      }
      programme.addRow(lower: use - from * hours, entries)
    }
    return segments
  }

  private func clashes(_ values: [Double], kept: Double) -> [Int: Direction] {
    let count = intervals.count
    var clashes: [Int: Direction] = [:]
    for (place, index) in intervals.enumerated() where problem.prices[index] < 0 {
      let charge = values[count + place]
      let discharge = values[2 * count + place]
      guard min(charge, discharge) > 1e-6 else { continue }
      clashes[index] = charge * kept >= discharge / kept ? .charging : .discharging
    }
    return clashes
  }

  private static func whole(_ kilowattHours: Double) -> Int128 {
    Int128((kilowattHours * millijoules).rounded())
  }
}

private func number<Value: FixedPoint>(_ value: Value) -> Double {
  Double(value.units) / Double(Value.unitsPerOne)
}

/// An amount rounded down to a millionth.
private func money(_ amount: Double) -> Money {
  Money(units: Int128((amount * 1e6).rounded(.down)) * PowersOfTen.power(15))
}
