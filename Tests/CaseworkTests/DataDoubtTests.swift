import Advice
import Casework
import Quantities
import Reporting
import Screening
import TestSupport
import Testing
import Use

@testable import Metering

@Suite("What was seen in the data, as an audit tells it")
struct DataDoubtTests {
  private static let start = LocalTime(date: Month(ordinal: 2026 * 12).firstDay, second: 0)

  private static func doubt(_ evidence: QualityEvidence, count: Int = 1) -> DataDoubt? {
    DataDoubt(LoadFinding(quality: evidence, account: "A-1", count: count))
  }

  @Test("More than transformers can carry puts the multiplier in doubt, with the factors that fit")
  func multiplier() throws {
    let found = try #require(
      Self.doubt(
        .implausible(
          peak: Power(900_000), start: Self.start, capacity: Power(1000),
          fits: [.thousandfold, .energyForPower(perHour: 4), .multiplierTwice(Rate(80))])))
    #expect(found.kind == .multiplier(fits: ["1/1000", "4", "1/80"]))
    #expect(found.rule == "Q13")
    #expect(found.severity == .error)
    // A sum that no slip explains says nothing of the multiplier.
    let sums = Self.doubt(.sumCheck(.register, months: [], fits: []))
    #expect(sums?.kind == .suspect)
    #expect(Self.doubt(.sumCheck(.register, months: [], fits: [.thousandth]))?.rule == "Q14")
    #expect(
      Self.doubt(.sumCheck(.register, months: [], fits: [.thousandth]))?.kind
        == .multiplier(fits: ["1000"]))
  }

  @Test(
    "A row of zeros is suspect, missing intervals are a gap, and what is only noted is no doubt")
  func kinds() throws {
    let zeros = try #require(Self.doubt(.zeroRow(first: Self.start, channels: 2), count: 3))
    #expect(zeros.kind == .suspect)
    #expect(zeros.count == 3)
    #expect(zeros.severity == .warning)
    let missing = LoadFinding(
      .missing(expected: 2976, emptyCells: 0, first: Self.start, longestRun: 4), account: "A-1",
      count: 4)
    #expect(DataDoubt(missing)?.kind == .gap)
    #expect(DataDoubt(missing)?.rule == "Q02")
    #expect(DataDoubt(LoadFinding(.unsorted, account: "A-1")) == nil)
  }

  @Test("A dossier's findings are told of the account they are about")
  func accounts() throws {
    let dossier = try DossierReader.open(
      DossierRequest(origin: .folder(TestPlaces.path("samples/titanium-mill"))))
    let reviewed = [
      LoadFinding(quality: .zeroRow(first: Self.start, channels: 2), account: "TI-01")
    ]
    #expect(DataDoubt.all(of: "TI-01", in: dossier, reviewed: reviewed).map(\.rule) == ["Q24"])
    // The only account may be shown without the name the dossier gives it.
    #expect(DataDoubt.all(of: "", in: dossier, reviewed: reviewed).count == 1)
    #expect(IssuedCharge.all(of: "TI-01", in: dossier).isEmpty)
  }
}
