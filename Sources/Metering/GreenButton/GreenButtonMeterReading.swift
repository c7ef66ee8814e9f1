/// What joins blocks of readings to a reading type and a usage point.
struct GreenButtonMeterReading {
  var links = GreenButtonLinks()
  let line: Int
}
