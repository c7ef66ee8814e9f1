import Quantities
import Testing
import Use

@testable import Advice

@Suite("A timetable tells every run once: when it begins, or why it stays")
struct BatchTimetableTests {
  @Test("100 seeded loads: runs that move and runs that stay are all there are, none twice")
  func complete() throws {
    for seed in UInt64(0)..<100 {
      let instance = BatchInstance(seed: seed)
      let plan = try instance.plan()
      let table = BatchTimetable([plan], instance.batches, instance.storage.profile)
      #expect(table.runs.count == plan.runs.count, "seed \(seed)")
      #expect(table.isOptimal && table.gap == .zero, "seed \(seed)")
      for (day, range) in instance.problem.days.enumerated() {
        let date = StorageInstance.month.firstDay.adding(days: day)
        for batch in instance.batches {
          let moved = table.runs.count { $0.batch == batch.name && $0.date == date }
          let stays = table.unmoved.count { $0.batch == batch.name && $0.date == date }
          // 1 January 2026 is a Thursday: the third day is a Saturday.
          let isRun = batch.days == .everyDay || day < 2
          let first = range.lowerBound + batch.presentStart.minutes / 60
          let hasHole = instance.load[first..<(first + batch.minutes / 60)]
            .contains(LoadProfile.missing)
          #expect(moved == (isRun && !hasHole ? 1 : 0), "seed \(seed), day \(day)")
          #expect(stays == (isRun && hasHole ? 1 : 0), "seed \(seed), day \(day)")
        }
      }
    }
  }

  @Test("On a day whose clock is changed a run stays for that, without a plan for missing values")
  func causes() throws {
    let month = StorageInstance.month
    let furnace = Batch(
      name: "furnace", power: Power(100), minutes: 120, window: .midnight..<ClockTime.endOfDay,
      presentStart: BatchInstance.time(9))
    let profile = LoadProfile(
      firstDay: month.firstDay, intervalSeconds: 3_600,
      active: Array(repeating: 300 * 3_600_000_000, count: 71),
      clockChanges: [ClockChange(date: month.firstDay, interval: 2, extraIntervals: -1)])
    let problem = PeriodProblem(
      month: month, positions: 0..<47, days: [0..<23, 23..<47], intervalSeconds: 3_600,
      blockLength: 1, prices: (0..<47).map { Int64($0) * 1_000_000_000 }, demand: .none)
    let plan = try BatchSchedule(problem: problem, profile: profile, batches: [furnace]).plan()
    let table = BatchTimetable([plan], [furnace], profile)
    #expect(table.runs.map { "\($0.batch) \($0.date) \($0.start)" } == ["furnace 2026-01-02 00:00"])
    #expect(
      table.unmoved.map { "\($0.date) \($0.cause.rawValue)" }
        == ["2026-01-01 clock-change", "2026-01-03 missing-values"])
  }

  @Test("Gaps of several months add up: 2.50 and 0 and 1.25 are 3.75")
  func gaps() {
    func plan(_ outcome: BatchPlan.Outcome) -> BatchPlan {
      BatchPlan(runs: [], load: [], presentCost: .zero, cost: .zero, outcome: outcome)
    }
    let empty = LoadProfile(
      firstDay: StorageInstance.month.firstDay, intervalSeconds: 3_600, active: [])
    let table = BatchTimetable(
      [
        plan(.gap(Money(250).times(Rate(units: Rate.unitsPerOne / 100)))), plan(.optimal),
        plan(.gap(Money(125).times(Rate(units: Rate.unitsPerOne / 100)))),
      ], [], empty)
    #expect(table.gap.text(digits: 2) == "3.75" && !table.isOptimal)
  }
}
