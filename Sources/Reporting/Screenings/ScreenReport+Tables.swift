extension ScreenReport {
  /// The rows as one table, with the owner's own columns behind the program's.
  package var csv: String {
    let extra = extraColumns
    let heading = (Self.columns + extra).map(CSVCell.text)
    let rows = records.map { record in
      Self.columns.map { record.cell($0).cell }
        + extra.map { heading in
          record.row.row.extra.first { $0.heading == heading }.map { .text($0.value) } ?? .empty
        }
    }
    return CSVWriter.document([heading] + rows)
  }

  /// The rows, each on a line.
  package var jsonLines: [String] { jsonRows.map(JSONWriter.compact) }

  private var jsonRows: [JSONValue] {
    records.map { record in
      var members = Self.columns.map { JSONMember($0, record.cell($0)) }
      if !isAnonymous {
        members.append(
          JSONMember(
            "extra",
            .object(record.row.row.extra.map { JSONMember($0.heading, .string($0.value)) })))
      }
      return .object(members)
    }
  }

  /// The rows, and what a close look at the first of them showed.
  package var json: JSONValue {
    let rows = jsonRows
    guard !isAnonymous else { return ["rows": .array(rows)] }
    return [
      "rows": .array(rows),
      "examined": .array(
        examined.map { examination in
          [
            "account": .string(examination.account),
            "data_quality": .array(
              examination.seen.map {
                [
                  "code": .string($0.rule), "severity": .string($0.severity),
                  "text": .string($0.text),
                ]
              }),
          ]
        }),
    ]
  }
}
