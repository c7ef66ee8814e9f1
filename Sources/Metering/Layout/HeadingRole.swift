/// What a heading says its column holds.
enum HeadingRole: Sendable, Hashable {
  case account
  /// A meter's number: stands for the account where there is no account column.
  case meter
  /// A supply line or a metering point, which load files do not distinguish yet.
  case part
  /// A date or a stamp, and which end of the interval its name declares.
  case stamp(StampSide?)
  /// An hour number, 1 to 24.
  case hour
  case quantity
  /// How a reading came about: a code or a word.
  case quality
  case multiplier
  case value(LoadQuantity)
  /// A measured value whose unit the heading does not name.
  case unitless(LoadChannel)
  /// A dial reading, which counts on from interval to interval.
  case register
  /// A column of a wide file.
  case slot(SlotLabel)
  case blank
  case unknown
}
