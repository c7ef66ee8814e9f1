import Quantities

/// One channel of one meter as a file gives it: readings in the order of the file.
package struct MeterSeries: Sendable {
  /// The meter, usage point or national metering identifier.
  package let meter: String
  /// The register or stream of the meter, such as `E1`; empty where the file tells none apart.
  package let register: String
  package let measure: SeriesMeasure
  package let direction: FlowDirection
  /// The unit as written, such as `Wh`.
  package let unit: String
  /// In the order of the file; what is wrong with them is found later.
  package var readings: ContiguousArray<SeriesReading>
  /// The zone of the meter, where the file tells; stamps are kept in UTC all the same.
  package var zone: CivilZone?
  /// Where blocks that the file declares to be whole days begin; a hint at the vendor's midnight.
  package var dayStarts: [Int64] = []

  package init(
    meter: String, register: String = "", measure: SeriesMeasure, direction: FlowDirection,
    unit: String, readings: ContiguousArray<SeriesReading> = [], zone: CivilZone? = nil
  ) {
    self.meter = meter
    self.register = register
    self.measure = measure
    self.direction = direction
    self.unit = unit
    self.readings = readings
    self.zone = zone
  }
}
