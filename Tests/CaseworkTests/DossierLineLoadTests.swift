import Billing
import Casework
import Foundation
import Quantities
import TariffFiles
import TestSupport
import Testing
import Use

@Suite("Interval data of several supply lines")
struct DossierLineLoadTests {
  /// Two lines in January 2026, hourly: L1 600 kW with one hour of 1200, L2 300 kW with one of 460.
  private func write() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "lines-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("load"), withIntermediateDirectories: true)
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try write(
      """
      account,tariff,voltage,basic_charge,power_factor_standard
      D-1,cn-hubei-two-part,110kV,contract-demand,none

      """, "accounts.csv")
    try write(
      """
      account,line,capacity_kva,contract_demand_kw
      D-1,L1,2000,1000
      D-1,L2,1250,500

      """, "lines.csv")
    var rows = ["account,line,date," + (1...24).map { "p\($0)" }.joined(separator: ",")]
    for day in 1...31 {
      let date = "2026-01-" + (day < 10 ? "0\(day)" : "\(day)")
      let first = (0..<24).map { day == 5 && $0 == 3 ? "1200" : "600" }
      let second = (0..<24).map { day == 9 && $0 == 7 ? "460" : "300" }
      rows.append("D-1,L1,\(date)," + first.joined(separator: ","))
      rows.append("D-1,L2,\(date)," + second.joined(separator: ","))
    }
    try write(rows.joined(separator: "\n") + "\n", "load/january.csv")
    return folder
  }

  @Test("Energy is added, demand is reckoned per line: 1350 and 500 kW")
  func perLine() throws {
    let folder = try write()
    defer { try? FileManager.default.removeItem(at: folder) }
    let entry = try #require(
      try DossierReader.open(DossierRequest(origin: .folder(folder.path))).accounts.first)
    let book = try TariffLibrary(folders: [TestPlaces.path("tariffs")])
      .load(ids: [entry.account.tariff])
    let use = try #require(entry.use)
    let bills = try Biller(terms: BillingTerms(book: book)).bills(for: entry.account, use: use)
    let bill = try #require(bills.bills.first)
    // 744 h × 900 kW + 600 + 160 kWh.
    #expect(bill.determinants.totalEnergy == Energy(kilowattHours: 670_360))
    // 1050 + 2 × 150 by reading A; 460 is within 525.
    #expect(bill.billedDemand?.description == "1850")
    #expect(
      bill.lines.filter { $0.charge == "basic" }.map { $0.amount.text(digits: 2) } == [
        "52650.00", "19500.00",
      ])
    #expect(bill.determinants.maximumDemand?.power.description == "1500")
  }

  @Test("A row without a line, and a bad number in one line's row, are told at their places")
  func faults() throws {
    let folder = try write()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("load/january.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    func messages(_ changed: String) throws -> String {
      try Data(changed.utf8).write(to: file)
      do {
        _ = try DossierReader.open(DossierRequest(origin: .folder(folder.path)))
        return ""
      } catch {
        return "\(error)"
      }
    }
    let unnamed = try messages(
      text.replacingOccurrences(of: "D-1,L2,2026-01-09", with: "D-1,,2026-01-09"))
    #expect(unnamed.contains("load-line") && unnamed.contains("line: Optional(19)"), "\(unnamed)")
    let wrong = try messages(text.replacingOccurrences(of: ",460,", with: ",4x60,"))
    #expect(wrong.contains("line: Optional(19)") && wrong.contains("Q01"), "\(wrong)")
  }
}
