import Billing
import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

@Suite("The optimal shift of load")
struct ShiftOptimumTests {
  /// Seeds 1 to 67 for each of three tariffs: 201 instances.
  private static let seeds = UInt64(1)...67

  @Test(
    "Found exactly, it equals a linear programme to a millionth, on 201 months under three tariffs",
    arguments: ShiftCase.Terms.allCases)
  func equalsProgramme(terms: ShiftCase.Terms) throws {
    for seed in Self.seeds {
      let item = try ShiftCase(terms, seed: seed)
      for problem in try item.subject.problems() {
        let groups = LoadShift.groups(of: problem, item.profile, item.shift.within)
        let bound = try #require(
          shiftLowerBound(
            problem: problem, load: item.profile.active, groups: groups,
            share: Double(item.shift.share.units) / Double(Rate.unitsPerOne),
            addedLimit: item.shift.addedLimit, ceiling: item.shift.ceiling), "seed \(seed)")
        let best = try LoadShift.search(problem, item.profile, item.shift).best
        let found = Double(problem.cost(of: best.load).units) / Double(Money.unitsPerOne)
        #expect(
          abs(found - bound) <= 1e-6 * abs(bound),
          "\(terms), seed \(seed): \(found) and the programme's \(bound)")
      }
    }
  }

  @Test(
    "The shifted load keeps every day's or week's energy and its limits",
    arguments: ShiftCase.Terms.allCases)
  func keepsLimits(terms: ShiftCase.Terms) throws {
    for seed in Self.seeds {
      let item = try ShiftCase(terms, seed: seed)
      let before = item.profile.active
      let seconds = Int128(item.profile.intervalSeconds)
      for problem in try item.subject.problems() {
        let after = try LoadShift.search(problem, item.profile, item.shift).best.load
        for group in LoadShift.groups(of: problem, item.profile, item.shift.within) {
          #expect(
            after[group].reduce(0, +) == before[group].reduce(0, +), "\(terms), seed \(seed)")
        }
        for (old, new) in zip(before, after) {
          let stays = WideProduct(Int128(old), (Rate.one - item.shift.share).units)
            .divided(by: Rate.unitsPerOne, mode: .towardZero)
          #expect(Int128(new) >= stays, "\(terms), seed \(seed)")
          if let limit = item.shift.addedLimit {
            #expect(Int128(new - old) <= limit.units * seconds, "\(terms), seed \(seed)")
          }
          if let ceiling = item.shift.ceiling {
            #expect(Int128(new) <= ceiling.units * seconds, "\(terms), seed \(seed)")
          }
        }
      }
    }
  }

  @Test(
    "Billed again, the shifted load never costs more, and what was promised but for rounding",
    arguments: ShiftCase.Terms.allCases)
  func billedAgain(terms: ShiftCase.Terms) throws {
    for seed in Self.seeds where seed % 4 == 1 {
      let item = try ShiftCase(terms, seed: seed)
      let change = try WhatIf(item.subject, levers: [.shiftFlexible(item.shift)])
      #expect(change.saving >= .zero, "\(terms), seed \(seed)")
      let problem = try #require(try item.subject.problems().first)
      let best = try LoadShift.search(problem, item.profile, item.shift).best
      let promised = problem.cost(of: item.profile.active) - problem.cost(of: best.load)
      // Four registers in whole kilowatt-hours at about 1 CNY, and six lines in fen.
      let difference = change.saving - promised
      #expect(
        difference < Money(4) && difference > .zero - Money(4),
        "\(terms), seed \(seed): \(change.saving) and \(promised)")
    }
  }

  @Test("Where moving saves nothing, nothing is moved")
  func nothingToSave() throws {
    let item = try ShiftCase(.peers, seed: 5)
    let problem = try #require(try item.subject.problems().first)
    let even = PeriodProblem(
      month: problem.month, positions: problem.positions, days: problem.days,
      intervalSeconds: problem.intervalSeconds, blockLength: problem.blockLength,
      prices: problem.prices.map { _ in 500_000_000_000 }, demand: .none)
    #expect(
      try LoadShift.search(even, item.profile, item.shift).best.load == item.profile.active)
  }

  @Test("A demand interval of two intervals is capped as a whole")
  func blocks() throws {
    // Two hours of two half-hours: 4 + 0 and 1 + 1 kWh; prices 1 and 3. Half of it may move.
    let values: [Int64] = [4, 0, 1, 1].map { $0 * 3_600_000_000 }
    let problem = PeriodProblem(
      month: Month(ordinal: 0), positions: 0..<4, days: [0..<4], intervalSeconds: 1800,
      blockLength: 2, prices: [3, 3, 1, 1].map { $0 * 1_000_000_000_000 },
      demand: DemandCost(pieces: [.init(from: .zero, cost: .zero, slope: Price(10))]))
    let profile = LoadProfile(
      firstDay: CalendarDate(dayNumber: 0), intervalSeconds: 1800,
      active: values + Array(repeating: LoadProfile.missing, count: 44))
    let best = try ShiftSearch(
      problem, load: profile.active,
      shift: FlexibleShift(share: Rate(units: Rate.unitsPerOne / 2)), groups: [0..<4]
    ).best
    // 4 + 2 kWh over two hours are 3 kW on average: a kilowatt-hour moved saves 2 and 10 for demand.
    #expect(best.demand == Power(3))
    #expect(best.load[0] + best.load[1] == 3 * 3_600_000_000)
    #expect(problem.cost(of: best.load) == Money(3 * 3 + 3 * 1 + 3 * 10))
  }

  @Test("Impossible wishes are told by what and when")
  func impossible() throws {
    let item = try ShiftCase(.peers, seed: 9)
    func problem(_ shift: FlexibleShift) -> LeverProblem? {
      do throws(WhatIf.Failure) {
        _ = try WhatIf(item.subject, levers: [.shiftFlexible(shift)])
        return nil
      } catch {
        guard case .lever(_, let problem) = error else { return nil }
        return problem
      }
    }
    let more = Rate(units: Rate.unitsPerOne * 101 / 100)
    #expect(problem(FlexibleShift(share: more)) == .flexibleShare(more))
    guard case .ceilingBelowRest? = problem(FlexibleShift(share: .zero, ceiling: Power(10))) else {
      Issue.record("a ceiling below the load is accepted")
      return
    }
    guard case .noRoom? = problem(FlexibleShift(share: .one, ceiling: Power(10))) else {
      Issue.record("a ceiling below the mean is accepted")
      return
    }
  }
}
