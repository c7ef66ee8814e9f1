import Documents
import Quantities
import Testing

@Suite("The time-zone database")
struct ZoneDatabaseTests {
  /// Offsets at instants, as Python's zoneinfo gives them.
  static let known: [(zone: String, instant: Int64, offset: Int)] = [
    // New York by the rule before 2007: first Sunday of April to last of October.
    ("America/New_York", 1_143_961_199, -18_000), ("America/New_York", 1_143_961_200, -14_400),
    // By the rule since, within the table and in 2060, past its end.
    ("America/New_York", 1_710_053_999, -18_000), ("America/New_York", 1_710_054_000, -14_400),
    ("America/New_York", 2_846_991_600, -14_400), ("America/New_York", 2_841_548_400, -18_000),
    // Half an hour of daylight saving.
    ("Australia/Lord_Howe", 1_712_412_000, 39_600), ("Australia/Lord_Howe", 1_712_415_600, 37_800),
    // China keeps one clock since 1992.
    ("Asia/Shanghai", 1_700_000_000, 28_800),
    // Winter is the exception in Dublin's file, summer elsewhere; both read alike.
    ("Europe/Dublin", 1_704_067_200, 0), ("Europe/Dublin", 1_719_792_000, 3600),
  ]

  @Test(
    "Offsets agree with another reader of the database",
    .enabled(if: FileSystem.isFolder("/usr/share/zoneinfo")))
  func offsets() throws {
    for (name, instant, offset) in Self.known {
      let zone = try ZoneDatabase.zone(name)
      #expect(zone.offset(at: instant) == offset, "\(name) at \(instant)")
    }
  }

  @Test("+08:00, UTC-6 and Z are offsets; +8:70 and +15:00 are none")
  func fixedOffsets() throws {
    #expect(try ZoneDatabase.zone("+08:00").offset(at: 0) == 28_800)
    #expect(try ZoneDatabase.zone("UTC-6").offset(at: 0) == -21_600)
    #expect(try ZoneDatabase.zone("Z").offset(at: 0) == 0)
    for name in ["+8:70", "+15:00", "Asia/Nowhere", "../../etc/passwd", "/etc/passwd", ""] {
      #expect(throws: ZoneFault.unknown(name)) { try ZoneDatabase.zone(name) }
    }
  }

  @Test("Beijing is told that all of China keeps Asia/Shanghai")
  func hint() {
    #expect(ZoneFault.unknown("Asia/Beijing").hint == "all of China keeps Asia/Shanghai")
  }
}
