import Documents
import Use

extension DossierReader {
  /// The meter a row of readings is of; nothing where it names one there is not.
  mutating func place(
    of row: TableRow, _ account: Account, _ meters: AccountMeters
  ) -> MeterPlace? {
    var named: String?
    if let cell = row.filled("line") {
      guard let line = line(cell, of: account, code: "reading-line") else { return nil }
      named = line
    }
    guard let cell = row.filled("point") else {
      // An account with one line or one main point needs no names in its readings.
      let line = named ?? (account.lines.count == 1 ? account.lines.first?.id : nil)
      let mains = meters.mainPoints.filter { line == nil || $0.line == nil || $0.line == line }
      let point = mains.count == 1 ? mains.first : nil
      return MeterPlace(line: line ?? point?.line, point: point?.id, isSubMeter: false)
    }
    guard let point = meters.points.first(where: { $0.id == cell.text }) else {
      let names = meters.points.map(\.id)
      problems.add(
        cell.diagnostic(
          code: "reading-point",
          message: """
            point \(Printable.quote(cell.text)) of account \(Printable.quote(account.id)) \
            does not stand in points.csv
            """,
          hint: Self.hint(for: cell.text, in: names)
            ?? (names.isEmpty
              ? "list the account's metering points in points.csv, or leave the column empty"
              : "its points are \(names.joined(separator: ", "))")))
      return nil
    }
    if let named, let own = point.line, named != own {
      problems.add(
        cell.diagnostic(
          code: "reading-point",
          message: """
            point \(Printable.quote(point.id)) stands on line \(Printable.quote(own)), but \
            the row names line \(Printable.quote(named))
            """,
          hint: "leave the line out; points.csv tells it"))
      return nil
    }
    if point.isMain {
      let line = named ?? point.line ?? (account.lines.count == 1 ? account.lines.first?.id : nil)
      return MeterPlace(line: line, point: point.id, isSubMeter: false)
    }
    if let meter = account.subMeters.first(where: { $0.id == point.id }), meter.measure != .meter {
      problems.add(
        cell.diagnostic(
          code: "reading-point",
          message: """
            point \(Printable.quote(point.id)) is not read: points.csv gives it a fixed \
            \(Self.isRatio(meter) ? "share" : "quantity")
            """,
          hint: "leave the row out, or write sub_method meter in points.csv"))
      return nil
    }
    return MeterPlace(line: nil, point: point.id, isSubMeter: true)
  }

  private static func isRatio(_ meter: SubMeter) -> Bool {
    if case .ratio = meter.measure { return true }
    return false
  }
}
