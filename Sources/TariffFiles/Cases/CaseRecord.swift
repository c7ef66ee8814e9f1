import Documents

/// A worked case as it was read, with the places that checks across files point at.
struct CaseRecord {

  /// A name of the tariff's that the case uses.
  struct Mention {
    let name: String
    let place: SourceRange
  }

  let workedCase: WorkedCase
  let findings: FileFindings
  let tariffPlace: SourceRange

  /// Tariffs that sub-meters and events of the account name.
  let tariffs: [Mention]

  /// Periods energy was metered in, by the position of the month.
  let periods: [[Mention]]

  /// Demand windows demand was metered in, by the position of the month.
  let windows: [[Mention]]

  /// Charges of lines and published figures.
  let charges: [Mention]

  /// Where each month's name stands.
  let monthPlaces: [SourceRange]
}
