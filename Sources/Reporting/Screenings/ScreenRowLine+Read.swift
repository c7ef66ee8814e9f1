import Casework
import Documents
import Quantities
import Screening
import Use

extension ScreenRowLine {
  /// Reads lines that ``text(_:)`` has written; other members are passed over.
  ///
  /// - Parameters:
  ///   - bytes: The lines, in UTF-8.
  ///   - name: What they are called in messages.
  /// - Returns: The rows, in the order of the lines.
  /// - Throws: The first line that is no such row, with its place.
  package static func rows(
    of bytes: [UInt8], named name: String
  ) throws(DiagnosticsError) -> [ScreenRow] {
    try lines(of: bytes, named: name, row)
  }

  /// Reads lines of placed rows, their keys taken off.
  ///
  /// - Parameters:
  ///   - bytes: The lines, in UTF-8.
  ///   - name: What they are called in messages.
  /// - Returns: The rows, in the order of the lines.
  /// - Throws: The first line that is no such row, with its place.
  package static func placedRows(
    of bytes: [UInt8], named name: String
  ) throws(DiagnosticsError) -> [PlacedRow] {
    try lines(of: bytes, named: name, placedRow)
  }

  private static func lines<Row>(
    of bytes: [UInt8], named name: String, _ read: (JSONCursor) throws(JSONPathError) -> Row
  ) throws(DiagnosticsError) -> [Row] {
    let source = try TextDecoding.decode(bytes, file: name, forced: .utf8)
    var rows: [Row] = []
    var offset = 0
    while let (object, next) = try JSONText.line(of: source, at: offset) {
      do throws(JSONPathError) {
        rows.append(try read(JSONCursor(object)))
      } catch {
        throw error.error(in: source, from: offset)
      }
      offset = next
    }
    return rows
  }

  private static func placedRow(_ line: JSONCursor) throws(JSONPathError) -> PlacedRow {
    let row = try row(line)
    guard let peers = try line.optional("peers") else { return PlacedRow(row, among: nil) }
    let statistics = PeerStatistics(
      count: try needed("count", peers) { Int($0) },
      medianPrice: try needed("median_price", peers) { try? Price($0) },
      medianDistance: try needed("median_distance", peers) { try? Price($0) },
      medianBasicShare: try needed("median_basic_share", peers) { try? Rate($0) })
    let isByVoltage = try peers.member("by_voltage").bool()
    let group: PeerGroup =
      isByVoltage ? .industryAndVoltage(row.industry, row.voltage) : .industry(row.industry)
    return PlacedRow(row, among: (group, statistics))
  }

  private static func row(_ line: JSONCursor) throws(JSONPathError) -> ScreenRow {
    var extra: [DossierAccount.Extra] = []
    for (heading, value) in try line.optional("extra")?.members() ?? [] {
      extra.append(DossierAccount.Extra(heading: heading, value: try value.string()))
    }
    let outcome: ScreenRow.Outcome
    if let reason = try line.optional("error") {
      outcome = .failed(Message(verbatim: try reason.string()))
    } else {
      outcome = .billed(try figures(line))
    }
    return ScreenRow(
      account: try line.member("account").string(), name: try text("name", line) ?? "",
      industry: try text("industry", line) ?? "",
      voltage: try value("voltage", line) { Voltage(rawValue: $0) },
      tariff: try text("tariff", line) ?? "", outcome: outcome, extra: extra)
  }

  private static func figures(_ line: JSONCursor) throws(JSONPathError) -> ScreenFigures {
    var findings: [String] = []
    for code in try line.member("findings").elements() { findings.append(try code.string()) }
    var best: ScreenFigures.BestLever?
    if let lever = try text("best_lever", line) {
      best = ScreenFigures.BestLever(
        lever: lever, to: try text("best_lever_to", line) ?? "",
        saving: try needed("saving", line) { try? Money($0) })
    }
    return ScreenFigures(
      currency: try line.member("currency").string(),
      moneyDigits: try needed("money_digits", line) { Int($0) },
      months: try needed("months", line) { Int($0) },
      incompleteMonths: try needed("incomplete_months", line) { Int($0) },
      energy: try needed("energy_kwh", line) { try? Energy(kilowattHours: $0) },
      total: try needed("total", line) { try? Money($0) },
      averagePrice: try value("average_price", line) { try? Price($0) },
      basicShare: try value("basic_share", line) { try? Rate($0) },
      loadRatio: try value("load_ratio", line) { try? Rate($0) },
      loadFactor: try value("load_factor", line) { try? Rate($0) },
      valleyShare: try value("valley_share", line) { try? Rate($0) },
      powerFactor: try value("power_factor", line) { try? Rate($0) },
      maximumDemand: try value("max_demand_kw", line) { try? Power($0) },
      capacity: try value("capacity_kva", line) { try? Power($0) }, findings: findings, best: best,
      evenLoadSaving: try value("saving_of_an_even_load", line) { try? Money($0) })
  }

  private static func text(
    _ key: String, _ line: JSONCursor
  ) throws(JSONPathError) -> String? {
    try line.optional(key)?.string()
  }

  /// The value of a text or a number; nothing where there is none.
  private static func value<Value>(
    _ key: String, _ line: JSONCursor, _ read: (String) -> Value?
  ) throws(JSONPathError) -> Value? {
    guard let member = try line.optional(key) else { return nil }
    let text =
      if case .number(let digits) = member.node { digits } else { try member.string() }
    guard let value = read(text) else { throw member.refusal("is no figure of its kind") }
    return value
  }

  private static func needed<Value>(
    _ key: String, _ line: JSONCursor, _ read: (String) -> Value?
  ) throws(JSONPathError) -> Value {
    guard let value = try value(key, line, read) else {
      throw JSONPathError(.missing, at: line.path.adding(.key(key)))
    }
    return value
  }
}
