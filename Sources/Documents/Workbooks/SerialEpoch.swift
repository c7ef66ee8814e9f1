/// From when a workbook counts its days.
enum SerialEpoch: Sendable {

  /// Day 1 is 1 January 1900; there is a day 60, 29 February 1900, which never was.
  case from1900

  /// Day 0 is 1 January 1904.
  case from1904
}
