import Documents
import Foundation
import Quantities
import Use

@testable import Metering

/// Short ways to read tables row by row.
enum RowsFixture {
  struct NotByRows: Error {}

  /// The channels of a table that is to be read row by row.
  static func read(_ file: LoadFile) throws -> SeriesFile {
    let text = try LoadText.open(file)
    guard case .rows(let plan) = try LoadPlanner.route(text, file) else { throw NotByRows() }
    return try TableSeriesReader.read(text, plan, file: file)
  }

  /// Whether a table is read row by row.
  static func isByRows(_ file: LoadFile) -> Bool {
    do throws(DiagnosticsError) {
      guard case .rows = try LoadPlanner.route(try LoadText.open(file), file) else { return false }
      return true
    } catch {
      return false
    }
  }

  static func file(
    _ text: String, _ options: LoadFileOptions = LoadFileOptions(account: "A"),
    zone: String? = nil, repairs: LoadRepairs = LoadRepairs()
  ) -> LoadFile {
    var file = LoadFile(name: "load.csv", bytes: Array(text.utf8), options: options, zone: zone)
    file.repairs = repairs
    return file
  }

  static func read(
    _ text: String, _ options: LoadFileOptions = LoadFileOptions(account: "A"),
    zone: String? = nil, repairs: LoadRepairs = LoadRepairs()
  ) throws -> SeriesFile {
    try read(file(text, options, zone: zone, repairs: repairs))
  }

  /// Why a text is read row by row.
  static func reasons(
    _ text: String, _ options: LoadFileOptions = LoadFileOptions(account: "A"),
    zone: String? = nil, repairs: LoadRepairs = LoadRepairs()
  ) throws -> Set<RowsReason> {
    let file = file(text, options, zone: zone, repairs: repairs)
    switch try LoadPlanner.route(try LoadText.open(file), file) {
    case .days: return []
    case .rows(let plan): return plan.reasons
    }
  }

  /// What is wrong with a file, as a person reads it: thrown, or among the findings.
  static func complaints(_ file: LoadFile) -> String {
    do {
      let read = try read(file)
      return read.findings.filter { $0.severity == .error }.map {
        "\($0.place.map { "\($0): " } ?? "")[\($0.code.rawValue)] \($0.text)\n  \($0.hint ?? "")\n"
      }.joined()
    } catch let error as DiagnosticsError {
      return DiagnosticText.render(error.diagnostics)
    } catch {
      return "\(error)"
    }
  }

  /// `12.5` for 12.5 kWh or kvarh.
  static func kilowattHours(_ series: MeterSeries?) -> String {
    guard let series else { return "none" }
    let total = series.readings.reduce(Int128(0)) {
      $1.energy == LoadProfile.missing ? $0 : $0 + Int128($1.energy)
    }
    return Energy(millijoules: total).description
  }

  /// The start of a reading on the clock of a zone.
  static func clock(_ reading: SeriesReading, _ zone: CivilZone) -> String {
    let wall = Int(zone.wallTime(at: reading.start))
    return LocalTime(
      date: CalendarDate(dayNumber: wall / 86_400), second: wall % 86_400
    ).description
  }
}
