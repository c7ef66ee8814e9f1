import Casework
import Documents
import Foundation
import GRDB
import Quantities
import TestSupport
import Use

@testable import Screening

/// Rows and folders for tests of the store.
enum StoreSamples {
  /// Codes that accounts may have.
  static let codes = ["floor-binds", "peak-heavy", "data-suspect", "idle-month"]
  private static let texts = [
    "", "钛厂", "湘潭钛业有限公司", "a 'quoted' \"name\"", "x,y;z", "NULL", "😀 \u{301}", "12.50", " ",
    "line\nbreak", "A%_\\", "1e5", "0x10",
  ]

  /// Rows of accounts `A0`, `A1` and so on, the same for each seed.
  static func rows(_ count: Int, seed: UInt64) -> [ScreenRow] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { row($0, &random) }
  }

  /// An account that was billed.
  static func billed(
    _ account: String, industry: String = "steel", currency: String = "CNY", digits: Int = 2,
    total: String = "0", price: String? = nil, saving: String? = nil, findings: [String] = []
  ) throws -> ScreenRow {
    ScreenRow(
      account: account, name: "Works \(account)", industry: industry, voltage: .kV35, tariff: "t",
      outcome: .billed(
        ScreenFigures(
          currency: currency, moneyDigits: digits, months: 12, incompleteMonths: 0,
          energy: Energy(kilowattHours: 1000), total: try Money(total),
          averagePrice: try price.map { try Price($0) }, basicShare: nil, loadRatio: nil,
          loadFactor: nil, valleyShare: nil, powerFactor: nil, maximumDemand: nil, capacity: nil,
          findings: findings,
          best: try saving.map {
            .init(lever: "basic-charge", to: "capacity", saving: try Money($0))
          },
          evenLoadSaving: nil)))
  }

  private static func row(_ index: Int, _ random: inout SplitMix64) -> ScreenRow {
    func text() -> String { texts.randomElement(using: &random) ?? "" }
    let extra = (0..<Int.random(in: 0...3, using: &random)).map {
      DossierAccount.Extra(heading: "column \($0) \(text())", value: text())
    }
    let isFailed = Int.random(in: 0..<8, using: &random) == 0
    return ScreenRow(
      account: "A\(index)", name: text(), industry: text(),
      voltage: Bool.random(using: &random) ? Voltage.allCases.randomElement(using: &random) : nil,
      tariff: text(), outcome: isFailed ? .failed("\(text())") : .billed(figures(&random)),
      extra: extra)
  }

  private static func figures(_ random: inout SplitMix64) -> ScreenFigures {
    func units(_ limit: Int128) -> Int128 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: return 0
      case 1: return limit
      case 2: return -limit
      case 3: return 1
      default: return Int128.random(in: -limit...limit, using: &random)
      }
    }
    func maybe<Value: FixedPoint>(_ type: Value.Type = Value.self) -> Value? {
      Bool.random(using: &random) ? Value(units: units(.max)) : nil
    }
    let money = Money(units: units(.max))
    let findings = (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in
      codes.randomElement(using: &random)
    }
    return ScreenFigures(
      currency: ["CNY", "USD", "JPY"].randomElement(using: &random) ?? "",
      moneyDigits: Int.random(in: 0...4, using: &random),
      months: Int.random(in: 0...36, using: &random),
      incompleteMonths: Int.random(in: 0...3, using: &random),
      energy: Energy(millijoules: units(1_000_000_000_000_000_000_000_000_000_000_000)),
      total: money, averagePrice: maybe(), basicShare: maybe(), loadRatio: maybe(),
      loadFactor: maybe(), valleyShare: maybe(), powerFactor: maybe(), maximumDemand: maybe(),
      capacity: maybe(), findings: findings,
      best: maybe(Money.self).map { .init(lever: "voltage", to: "110kV", saving: $0) },
      evenLoadSaving: maybe())
  }

  /// What a store is begun with where inputs do not matter.
  static let inputs = [RunInput.value("program", "1")]

  /// Runs something with a folder of its own.
  static func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }

  /// What a query comes to, a text for each value.
  static func table(_ store: ScreenStore, _ query: String) throws -> [[String?]] {
    try store.read { database in
      try Row.fetchAll(database, sql: query).map { row in
        (0..<row.count).map { index in
          let value = row[index] as DatabaseValue
          return String.fromDatabaseValue(value) ?? Int.fromDatabaseValue(value).map(String.init)
        }
      }
    }
  }

  /// The faults a store is refused with.
  static func faults(
    _ path: String, _ inputs: [RunInput] = inputs, resuming: Bool
  ) -> [Diagnostic] {
    do throws(DiagnosticsError) {
      _ = try ScreenStore(path: path, inputs: inputs, resuming: resuming)
      return []
    } catch {
      return error.diagnostics
    }
  }
}
