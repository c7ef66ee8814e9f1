import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

@Suite("Transformers are feasible where they carry the peak within the limits")
struct TransformerCandidateTests {
  private typealias Limits = TransformerFeasibility.Limits

  private func fleet(_ text: String) throws -> InstalledFleet {
    InstalledFleet(try TransformerSet(text))
  }

  @Test("504 kVA load 630 kVA to exactly 80 %; a milliwatt more is too much")
  func limit() throws {
    let fits = TransformerFeasibility(try fleet("630"), peak: Power(504))
    #expect(fits.isFeasible)
    #expect(fits.loadRatio == Rate(units: 800_000_000_000))
    let over = TransformerFeasibility(try fleet("630"), peak: try Power("504.000001"))
    // 504.000001 ÷ 0.8 = 630.00000125, up to the milliwatt 630.000002
    #expect(over.verdict == .overloaded(short: Power(units: 2)))
  }

  @Test("500 kVA need 630 kVA at 10 kV, with a tenth of growth 800 kVA")
  func singles() throws {
    let now = TransformerCandidate.singles(for: Power(500), at: .from1To10kV, limits: Limits())
    #expect(
      now.map(\.capacity) == [630, 800, 1000, 1250, 1600, 2000, 2500, 3150].map { Power($0) })
    #expect(now.first?.set.description == "630")
    let later = TransformerCandidate.singles(
      for: Power(500), at: .from1To10kV,
      limits: Limits(
        loading: Rate(units: 800_000_000_000), growth: Rate(units: 100_000_000_000)))
    #expect(later.first?.capacity == Power(800))
    #expect(later.first?.feasibility.peak == Power(550))
  }

  @Test("2x1000+630 spare one unit at 1600 kVA and fall 70 kVA short at 1700 kVA")
  func spare() throws {
    let limits = Limits(loading: .one, sparesOne: true)
    let enough = TransformerFeasibility(
      try fleet("2x1000+630"), peak: Power(1600), limits: limits)
    #expect(enough.isFeasible)
    #expect(enough.spareRatio == Rate(Power(1600), over: Power(1630)))
    let short = TransformerFeasibility(
      try fleet("2x1000+630"), peak: Power(1700), limits: limits)
    #expect(short.verdict == .noSpare(short: Power(70)))
    #expect(
      TransformerFeasibility(try fleet("2x1000+630+400(hot)"), peak: Power(1700), limits: limits)
        .isFeasible)
    #expect(
      TransformerFeasibility(try fleet("1000"), peak: Power(1), limits: limits).verdict
        == .noSpare(short: Power(1)))
  }

  @Test("500|630+200 carry 830 kVA and 630 kVA after the loss of one: the 500 steps in for the 630")
  func interlocked() throws {
    let fleet = try fleet("500|630+200")
    #expect(fleet.carrying == Power(830))
    #expect(fleet.afterLoss == Power(630))
    #expect(try self.fleet("500(cold)").carrying == .zero)
    #expect(
      TransformerFeasibility(try self.fleet("500(cold)"), peak: Power(1)).verdict
        == .noTransformer)
  }

  @Test("Of 2x1000+630 at 700 kVA either 1000, 1000+630 or 2x1000 may stay")
  func reductions() throws {
    // 700 ÷ 0.8 = 875 kVA are needed.
    let found = try TransformerCandidate.reductions(
      of: fleet("2x1000+630"), peak: Power(700), limits: Limits())
    #expect(found.map(\.set.description) == ["1000", "1000+630", "2x1000"])
    #expect(
      found.map(\.change) == [
        .reduced([.init(id: "1000", count: 1), .init(id: "630", count: 1)]),
        .reduced([.init(id: "1000", count: 1)]), .reduced([.init(id: "630", count: 1)]),
      ])
    #expect(throws: TransformerProblem.tooManyUnits(1000)) {
      try TransformerCandidate.reductions(
        of: fleet("500x100+500x200"), peak: .zero, limits: Limits())
    }
  }

  @Test("Candidates are feasible, all of them, and the rating below the first is not")
  func minimal() throws {
    let seed: UInt64 = 4
    var random = SplitMix64(seed: seed)
    let voltages: [Voltage] = [.from1To10kV, .kV20, .kV35, .kV110]
    for _ in 0..<200 {
      let voltage = voltages.randomElement(using: &random) ?? .kV35
      let ratings = TransformerSeries.ratings(at: voltage)
      let peak = Power(
        units: Int128.random(in: 1...(ratings.last?.units ?? 1), using: &random))
      let limits = Limits(
        loading: Rate(units: Int128.random(in: 500...1000, using: &random) * 1_000_000_000))
      let found = TransformerCandidate.singles(for: peak, at: voltage, limits: limits)
      // peak ≤ loading × rating, in whole numbers
      let expected = ratings.filter {
        peak.units * Rate.unitsPerOne <= $0.units * limits.loading.units
      }
      #expect(found.map(\.capacity) == expected, "seed \(seed)")
      let units = (0..<4).map { _ in Int.random(in: 1...20, using: &random) * 100 }
      let fleet = try fleet(units.map(String.init).joined(separator: "+"))
      let load = Power(Int.random(in: 1...4000, using: &random))
      let left = try TransformerCandidate.reductions(of: fleet, peak: load, limits: limits)
      let sums = (1..<15).map { mask in
        units.indices.filter { mask >> $0 & 1 == 1 }.reduce(0) { $0 + units[$1] }
      }.filter { load.units * Rate.unitsPerOne <= Power($0).units * limits.loading.units }
      #expect(left.map(\.capacity) == sums.sorted().map { Power($0) }, "seed \(seed)")
    }
  }

  @Test("Peaks are √(P² + Q²) where metered, else the month's kvarh or a power factor tell")
  func peaks() throws {
    let factor = try #require(PowerFactor(hundredths: 80))
    func peak(_ use: MeteredUse) -> [MonthlyPeak] {
      MonthlyPeak.peaks(of: use, account: Plant.account, powerFactor: factor)
    }
    var profile = try Plant.even("100", kvar: "0", days: 1)
    profile.active[7] = profile.active[7] * 3
    profile.reactiveForward?[7] = profile.active[7] / 3 * 4
    let april = try #require(Month(iso: "2026-04"))
    #expect(
      peak(.intervals(profile)) == [MonthlyPeak(month: april, apparent: Power(500))])
    profile.reactiveForward = nil
    #expect(
      peak(.intervals(profile))
        == [MonthlyPeak(month: april, apparent: Power(375), basis: .powerFactor(factor))])
    // 96 intervals of 25 kWh and 50 more: 2450 kWh; four thirds as many kvarh.
    var register = try Plant.reading(0)
    register.reactiveForward = Energy(kilowattHours: 2450).scaled(by: 4, over: 3)
    profile.registers = [register]
    #expect(
      peak(.intervals(profile))
        == [MonthlyPeak(month: april, apparent: Power(500), basis: .monthlyReactive)])
    var reading = try Plant.reading(3000, forward: 4000)
    #expect(peak(.readings([reading])).isEmpty)
    reading.maximumDemand = Power(30)
    #expect(peak(.readings([reading])).map(\.apparent) == [Power(50)])
    reading.maximumApparent = Power(40)
    #expect(peak(.readings([reading])) == [MonthlyPeak(month: april, apparent: Power(40))])
  }
}
