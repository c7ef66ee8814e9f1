import Billing
import Quantities
import TariffFiles
import Tariffs
import TestSupport
import Testing
import Use

@testable import Advice

/// A random month under a tariff, with a shift that is asked of it.
struct ShiftCase: CustomTestStringConvertible {
  /// The tariffs, with the methods and contracts that are tried.
  enum Terms: String, CaseIterable, Sendable {
    /// Contract demand with a floor and a step at the allowance.
    case hunanContract
    /// Actual demand, from intervals shorter than the demand interval's double.
    case hubeiActual
    /// A demand charge beside the energy charge, no basic charge.
    case peers
  }

  let seed: UInt64
  let subject: AccountCase
  let profile: LoadProfile
  let shift: FlexibleShift

  var testDescription: String { "seed \(seed)" }

  /// Makes a month of hours or half-hours.
  init(_ terms: Terms, seed: UInt64) throws {
    self.seed = seed
    var random = SplitMix64(seed: seed)
    var account = Account(id: "S", tariff: "")
    account.powerFactorStandard = .set(.p90)
    var billing = BillingTerms(book: try Self.book)
    let month: Month
    switch terms {
    case .hunanContract:
      account.tariff = "cn-hunan-large-industry-2013"
      account.transformers = try TransformerSet("\(Int.random(in: 4...16, using: &random) * 100)")
      account.basicCharge = .contractDemand
      account.contractDemand = Power(Int.random(in: 200...900, using: &random))
      account.excessReading = Bool.random(using: &random) ? .a : .b
      month = try #require(Month(iso: "2013-02"))
    case .hubeiActual:
      account.tariff = "cn-hubei-two-part"
      account.voltage = .from1To10kV
      account.transformers = try TransformerSet("1600")
      account.basicCharge = .actualDemand
      billing.asOf = Month(iso: "2026-01")
      month = try #require(Month(iso: "2026-02"))
    case .peers:
      account.tariff = "bench-peers"
      account.powerFactorStandard = .none
      month = try #require(Month(iso: "2025-02"))
    }
    let seconds = 3600
    let count = 28 * 86_400 / seconds
    let base = Double.random(in: 150...500, using: &random)
    let values = (0..<count).map { index -> Int64 in
      let hour = Double(index % 24)
      let day = hour > 8 && hour < 20 ? 1.5 : 0.8
      let kilowatts = base * day * Double.random(in: 0.4...1.6, using: &random)
      return Int64(kilowatts * 1000) * Int64(1000 * seconds)
    }
    profile = LoadProfile(
      firstDay: month.firstDay, intervalSeconds: seconds, active: values,
      reactiveForward: values.map { $0 / 5 })
    subject = AccountCase(
      account: account, use: .intervals(profile), biller: Biller(terms: billing))
    let highest = Energy(millijoules: Int128(values.max() ?? 0)).meanPower(overSeconds: seconds)
    shift = FlexibleShift(
      share: Rate(units: Int128(Int.random(in: 0...50, using: &random)) * Rate.unitsPerOne / 100),
      addedLimit: Bool.random(using: &random)
        ? Power(Int.random(in: 20...400, using: &random)) : nil,
      ceiling: Bool.random(using: &random) ? highest : nil,
      within: Bool.random(using: &random) ? .day : .week)
  }

  /// Loaded once: reading it takes longer than a shift.
  private static let loaded = Result {
    try TariffLibrary(folders: [
      TestPlaces.tariffs, TestPlaces.path("benchmarks/engine/tariffs"),
    ]).load(ids: ["cn-hunan-large-industry-2013", "cn-hubei-two-part", "bench-peers"])
  }

  static var book: TariffBook { get throws { try loaded.get() } }
}
