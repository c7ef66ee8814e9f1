import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

/// A 1000 kVA unit (P0 2, Pk 10, I0 2 %, Uk 5 %) gives way to one of 500 kVA.
///
/// The new one has P0 1, Pk 8, I0 1 % and Uk 6 %. At 250 kVA the old one loses
/// 2 + 10 ÷ 16 = 2.625 kW and 20 + 50 ÷ 16 = 23.125 kvar, the new one 1 + 8 ÷ 4 = 3 kW and
/// 5 + 30 ÷ 4 = 12.5 kvar: 0.375 kW more and 10.625 kvar less.
@Suite("Another set of transformers changes what a meter before it counts")
struct LossDifferenceTests {
  private func sets() throws -> (old: [InstalledUnit], new: [InstalledUnit]) {
    (
      [try Plant.unit("A", 1000, p0: "2", pk: "10", i0: "2", uk: "5")],
      [try Plant.unit("B", 500, p0: "1", pk: "8", i0: "1", uk: "6")]
    )
  }

  private func changed(
    _ outcome: LossDifference.Outcome
  ) throws -> LossDifference.Change {
    guard case .changed(let change) = outcome else {
      Issue.record("\(outcome)")
      throw TransformerProblem.noUnits
    }
    return change
  }

  @Test("0.375 kW more over a day of 250 kW are 9 kWh, 0.09375 kWh in each quarter of an hour")
  func intervals() throws {
    let (old, new) = try sets()
    let change = try changed(
      LossDifference(old: old, new: new)
        .apply(to: .intervals(try Plant.even("250", days: 1)), of: Plant.account))
    #expect(change.active == Energy(kilowattHours: 9))
    #expect(change.use == .intervals(try Plant.even("250.375", days: 1)))
    #expect(change.reactive == .notMetered)
  }

  @Test("200 kW and 150 kvar become 200.375 kW and 139.375 kvar")
  func reactive() throws {
    let (old, new) = try sets()
    let change = try changed(
      LossDifference(old: old, new: new)
        .apply(to: .intervals(try Plant.even("200", kvar: "150", days: 1)), of: Plant.account))
    #expect(change.use == .intervals(try Plant.even("200.375", kvar: "139.375", days: 1)))
    #expect(change.reactive == .changed(Energy(kilowattHours: -255)))
  }

  @Test("10.625 kvar less of 4 kvar drawn leaves 6.625 kvar fed back")
  func overCompensated() throws {
    let flows = LossDifference.Losses.Flows(forward: 4000, reverse: 0).adding(-10_625)
    #expect(flows.forward == 0 && flows.reverse == 6625)
    let back = LossDifference.Losses.Flows(forward: 0, reverse: 6625).adding(10_625)
    #expect(back.forward == 4000 && back.reverse == 0)
    let blocked = LossDifference.Losses.Flows(forward: 4000, reverse: nil).adding(-10_625)
    #expect(blocked.forward == 0 && blocked.reverse == nil)
  }

  @Test("Readings of an even load change as its intervals do; registers keep their proportions")
  func readings() throws {
    let (old, new) = try sets()
    // 200 kW and 150 kvar over 720 hours; 0.375 × 720 = 270, 10.625 × 720 = 7650.
    var reading = try Plant.reading(144_000, forward: 108_000)
    reading.energy = [
      RegisterEnergy(period: .peak, energy: Energy(kilowattHours: 48_000)),
      RegisterEnergy(period: .flat, energy: Energy(kilowattHours: 96_000)),
    ]
    reading.maximumDemand = Power(200)
    let change = try changed(
      LossDifference(old: old, new: new).apply(to: .readings([reading]), of: Plant.account))
    #expect(change.active == Energy(kilowattHours: 270))
    #expect(change.reactive == .changed(Energy(kilowattHours: -7650)))
    guard case .readings(let after) = change.use else { return }
    #expect(after[0].total == Energy(kilowattHours: 144_270))
    #expect(after[0].energy.map(\.energy) == [48_090, 96_180].map { Energy(kilowattHours: $0) })
    #expect(after[0].reactiveForward == Energy(kilowattHours: 100_350))
    #expect(try after[0].maximumDemand == Power("200.375"))
  }

  @Test("Only the days of the span change, a third of a month by ten of its thirty days")
  func span() throws {
    let (old, new) = try sets()
    let start = try #require(CalendarDate(iso: "2026-04-11"))
    let span = try #require(DateSpan(start: start, end: start.adding(days: 10)))
    let difference = LossDifference(old: old, new: new, span: span)
    let intervals = try changed(
      difference.apply(to: .intervals(try Plant.even("250", days: 30)), of: Plant.account))
    #expect(intervals.active == Energy(kilowattHours: 90))
    let readings = try changed(
      difference.apply(to: .readings([try Plant.reading(180_000)]), of: Plant.account))
    #expect(readings.active == Energy(kilowattHours: 90))
  }

  @Test("Losses taken off never leave less than nothing")
  func floor() throws {
    let (old, _) = try sets()
    let new = [try Plant.unit("B", 1000, p0: "0.1", pk: "10")]
    let change = try changed(
      LossDifference(old: old, new: new)
        .apply(to: .intervals(try Plant.even("1", days: 1)), of: Plant.account))
    #expect(change.use == .intervals(try Plant.even("0", days: 1)))
    #expect(change.active == Energy(kilowattHours: -24))
  }

  @Test(
    "Behind the transformers, without plates, or on lines metered apart the use stays, told why")
  func unchanged() throws {
    let (old, new) = try sets()
    let use = MeteredUse.intervals(try Plant.even("250", days: 1))
    var account = Plant.account
    account.meteringSide = .lowVoltage
    #expect(
      LossDifference(old: old, new: new).apply(to: use, of: account)
        == .unchanged(.lossesOutsideMeter))
    let bare = [InstalledUnit(id: "630", capacity: Power(630), group: 0)]
    #expect(
      LossDifference(old: old, new: bare).apply(to: use, of: Plant.account)
        == .unchanged(.unknownPlate(.missingLosses(unit: "630"))))
    var profile = try Plant.even("250", days: 1)
    profile.lines = ["1": profile]
    #expect(
      LossDifference(old: old, new: new).apply(to: .intervals(profile), of: Plant.account)
        == .unchanged(.separateLines))
  }

  @Test("Standard losses have no I0: active energy changes, reactive energy stays and is told")
  func standardLosses() throws {
    let old = bare("1000").map { $0.filled(as: .s11) }
    let new = bare("630").map { $0.filled(as: .s11) }
    let change = try changed(
      LossDifference(old: old, new: new)
        .apply(to: .intervals(try Plant.even("0", kvar: "10", days: 1)), of: Plant.account))
    #expect(change.reactive == .unknownPlate)
    guard case .intervals(let profile) = change.use else { return }
    #expect(profile.reactiveForward == (try Plant.even("0", kvar: "10", days: 1)).reactiveForward)
  }

  private func bare(_ rating: String) -> [InstalledUnit] {
    (try? TransformerSet(rating))?.units ?? []
  }

  @Test("The same set changes nothing, and registers beside intervals follow the intervals")
  func identity() throws {
    let seed: UInt64 = 7
    var random = SplitMix64(seed: seed)
    let (old, new) = try sets()
    let kW = (0..<96).map { _ in "\(Int.random(in: 0...900, using: &random))" }
    let kvar = (0..<96).map { _ in "\(Int.random(in: 0...500, using: &random))" }
    let profile = try Plant.profile(kW: kW, kvar: kvar)
    let same = try changed(
      LossDifference(old: old, new: old).apply(to: .intervals(profile), of: Plant.account))
    #expect(same.use == .intervals(profile), "seed \(seed)")
    var beside = try Plant.even("200", days: 30)
    beside.registers = [try Plant.reading(0, forward: 108_000)]
    let change = try changed(
      LossDifference(old: old, new: new).apply(to: .intervals(beside), of: Plant.account))
    #expect(change.reactive == .changed(Energy(kilowattHours: -7650)))
    guard case .intervals(let after) = change.use else { return }
    #expect(after.registers.first?.reactiveForward == Energy(kilowattHours: 100_350))
  }
}
