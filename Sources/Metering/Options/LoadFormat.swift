/// How a load file is laid out.
package enum LoadFormat: String, Sendable, Hashable, CaseIterable {
  /// A row per day.
  case wideTable = "csv-wide"
  /// A row per interval.
  case longTable = "csv-long"
  case wideSheet = "xlsx-wide"
  case longSheet = "xlsx-long"
  /// Green Button, the XML of NAESB's ESPI.
  case greenButton = "green-button"
  /// The meter data file format of the Australian market, version NEM12.
  case nem12
}
