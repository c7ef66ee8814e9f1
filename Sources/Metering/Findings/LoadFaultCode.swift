/// The stable name of a fault that keeps a load file as a whole, or the list of load files, from
/// being read.
///
/// What is wrong with an account's values alone has a ``LoadFindingCode``. Faults of archives,
/// workbooks, encodings and markup have the codes of the readers of those.
package enum LoadFaultCode: String, Sendable, Hashable, CaseIterable {
  case account = "load-account"
  case columns = "load-columns"
  case dates = "load-dates"
  case empty = "load-empty"
  case heading = "load-heading"
  case line = "load-line"
  case links = "load-links"
  case meter = "load-meter"
  case multiplier = "load-multiplier"
  case quality = "load-quality"
  case readingType = "load-reading-type"
  case rows = "load-rows"
  case stamps = "load-stamps"
  case unit = "load-unit"
  case values = "load-values"
  case zone = "load-zone"
  case nem12Date = "nem12-date"
  case nem12Empty = "nem12-empty"
  case nem12End = "nem12-end"
  case nem12Event = "nem12-event"
  case nem12Header = "nem12-header"
  case nem12Length = "nem12-length"
  case nem12Order = "nem12-order"
  case nem12Quality = "nem12-quality"
  case nem12Record = "nem12-record"
  case nem12Suffix = "nem12-suffix"
  case nem12Unit = "nem12-unit"
  case nem12Value = "nem12-value"
  case filesFile = "files-file"
  case filesHeading = "files-heading"
  case filesValue = "files-value"
  case notGreenButton = "not-green-button"

  /// One sentence on what it tells.
  package var summary: String {
    switch self {
    case .account: return "Nothing says which account the rows are of, or no such account exists."
    case .columns: return "The columns of the heading leave open what is to be read."
    case .dates: return "Nothing proves whether the day or the month comes first, or dates differ."
    case .empty: return "The file holds no intervals of electricity."
    case .heading: return "No row names the columns."
    case .line: return "The rows of supply lines cannot be told apart or added up."
    case .links: return "A block of Green Button readings is joined to no reading type."
    case .meter: return "The meter that was asked for is not in the file."
    case .multiplier:
      return "The multiplier is no factor, or it is not said whether it was applied."
    case .quality: return "The quality of a Green Button reading is none of ESPI's codes."
    case .readingType: return "The Green Button file does not say what its readings count."
    case .rows: return "The cells of a row cannot be told apart, or too many are at fault."
    case .stamps: return "The stamps leave open when the intervals begin or how long they are."
    case .unit: return "The unit of the values is not said, or none that is read."
    case .values: return "A Green Button reading has no value, or one that no meter counts."
    case .zone: return "There is no time zone of this name."
    case .nem12Date: return "A 300 record has no day."
    case .nem12Empty: return "No stream of the file has days of energy that is billed."
    case .nem12End: return "The file does not end with its 900 record."
    case .nem12Event: return "The 400 records do not cover the values of their day once each."
    case .nem12Header: return "The file does not begin with the 100 record of NEM12."
    case .nem12Length: return "A day has not as many values as the interval length asks for."
    case .nem12Order: return "A record stands before the one that it belongs to."
    case .nem12Quality: return "A quality is none of NEM12's, or contradicts the one of the day."
    case .nem12Record: return "A record is none of NEM12's, or lacks fields."
    case .nem12Suffix: return "The suffix is none of a data stream, or not that of the NMI."
    case .nem12Unit: return "The unit is none of NEM12's, or not one of the stream."
    case .nem12Value: return "A value is no number, or is empty without being marked so."
    case .filesFile:
      return "A row of the list of load files names no file, or one that is not there."
    case .filesHeading: return "A column of the list of load files is not known."
    case .filesValue: return "A cell of the list of load files holds none of the words expected."
    case .notGreenButton: return "The XML is no Green Button feed."
    }
  }
}
