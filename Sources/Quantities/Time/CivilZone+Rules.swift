extension CivilZone {
  /// A zone that changes its clocks every year by the same two rules.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - standard: The offset of standard time. [s]
  ///   - daylight: The offset of daylight-saving time. [s]
  ///   - start: When daylight-saving time begins, on standard time's clock.
  ///   - end: When it ends, on daylight-saving time's clock.
  ///   - years: The years the rules are applied to.
  public init(
    name: String, standard: Int, daylight: Int, start: ClockRule, end: ClockRule,
    years: ClosedRange<Int> = 1970...2100
  ) {
    let transitions = Self.transitions(
      standard: standard, daylight: daylight, start: start, end: end, years: years)
    let first = transitions.first.map { $0.offset == daylight ? standard : daylight }
    self.init(name: name, initialOffset: first ?? standard, transitions: transitions)
  }

  /// The transitions of some years, in order.
  public static func transitions(
    standard: Int, daylight: Int, start: ClockRule, end: ClockRule, years: ClosedRange<Int>
  ) -> [Transition] {
    var transitions: [Transition] = []
    for year in years {
      if let wall = start.wallTime(in: year) {
        transitions.append(Transition(instant: wall - Int64(standard), offset: daylight))
      }
      if let wall = end.wallTime(in: year) {
        transitions.append(Transition(instant: wall - Int64(daylight), offset: standard))
      }
    }
    return transitions.sorted { $0.instant < $1.instant }
  }
}
