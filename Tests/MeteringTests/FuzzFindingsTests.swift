import Documents
import Metering
import Testing

/// What `make fuzz` found, each as the least file that shows it.
@Suite("Found by the fuzzer")
struct FuzzFindingsTests {
  @Test(
    "What is said of a day told twice is said of its account, not of one without data",
    arguments: ["1", "2"])
  func daysToldTwice(_ value: String) throws {
    let day = NEM12ReadingTests.day("20240101", NEM12ReadingTests.ones(), updated: "20240102000000")
    let later = NEM12ReadingTests.day(
      "20240101", Array(repeating: value, count: 48), updated: "20240103000000")
    let text = NEM12ReadingTests.file(day + later)
    let read = try LoadReader.collect([LoadFile(name: "day.csv", bytes: Array(text.utf8))])
    #expect(read.accounts.map(\.id) == ["NMI0000001"])
    let account = try #require(read.accounts.first)
    #expect(account.profile != nil)
    #expect(account.findings.contains { $0.text.contains("NMI0000001/E1") })
  }

  @Test("One reading of a dial is no interval: the file is refused, not read as one of no accounts")
  func oneDialReading() {
    let file = LoadFile(
      name: "load.csv", bytes: Array("timestamp,register_kWh\n2024-01-01 00:00,5\n".utf8),
      options: LoadFileOptions(account: "A"))
    do throws(DiagnosticsError) {
      let accounts = try LoadReader.read([file]).accounts
      Issue.record("\(accounts.count) accounts")
    } catch {
      #expect(error.diagnostics.map(\.code) == ["load-empty"])
    }
  }
}
