import Quantities

extension LoadProfile {
  /// Hands some days to a sink, in order.
  package func replay(_ period: DateSpan, into sink: inout some IntervalSink) {
    active.withUnsafeBufferPointer { active in
      Self.withOptional(reactiveForward) { forward in
        Self.withOptional(reactiveReverse) { reverse in
          for number in period.start.dayNumber..<period.end.dayNumber {
            let day = CalendarDate(dayNumber: number)
            guard let range = range(of: day) else { continue }
            sink.take(
              IntervalDay(
                date: day, intervalSeconds: intervalSeconds,
                active: UnsafeBufferPointer(rebasing: active[range]),
                reactiveForward: forward.map { UnsafeBufferPointer(rebasing: $0[range]) },
                reactiveReverse: reverse.map { UnsafeBufferPointer(rebasing: $0[range]) },
                clockChange: clockChange(on: day)))
          }
        }
      }
    }
  }

  private static func withOptional(
    _ values: [Int64]?, _ body: (UnsafeBufferPointer<Int64>?) -> Void
  ) {
    guard let values else { return body(nil) }
    values.withUnsafeBufferPointer { body($0) }
  }
}
