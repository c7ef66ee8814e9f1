/// What follows the date in a plainly written row, cell by cell.
struct FastSteps {
  enum Step {
    case skip
    /// A value with its scale.
    case value(LoadChannel, DecimalScale.Fast)
  }

  /// What the steps point to.
  private let scales: [DecimalScale]

  /// The cells behind the stamp.
  let steps: [Step]
  /// The only step, where it is a value.
  let onlyValue: (channel: LoadChannel, scale: DecimalScale.Fast)?
  /// Its scale, where that value is active energy.
  let onlyActive: DecimalScale.Fast?
  /// The times of day as most files write them.
  let clock: ClockTexts
  let separator: UInt8
  /// Bytes of the time of day behind the date and its joint: whether there are seconds.
  let hasSeconds: Bool

  /// - Returns: Nothing where the rows need the careful way: a value before the stamp, the account
  ///   behind it, a time of day in a column of its own, or a column to be checked row by row.
  init?(plan: LoadPlan, columns: LongColumns, scales: [DecimalScale]) {
    let layout = plan.layout
    guard columns.timeColumn == nil, layout.multiplierColumn == nil, plan.pattern.clock != .none,
      (layout.accountColumn ?? 0) <= columns.stampColumn,
      columns.values.allSatisfy({ $0.column > columns.stampColumn })
    else { return nil }
    var steps = [Step](
      repeating: .skip, count: layout.headings.count - columns.stampColumn - 1)
    for (index, value) in columns.values.enumerated() {
      steps[value.column - columns.stampColumn - 1] = .value(
        value.quantity.channel, scales[index].fast)
    }
    self.steps = steps
    if steps.count == 1, case .value(let channel, let scale) = steps[0] {
      onlyValue = (channel, scale)
      onlyActive = channel == .active ? scale : nil
    } else {
      onlyValue = nil
      onlyActive = nil
    }
    clock = ClockTexts(
      intervalSeconds: plan.intervalSeconds, hasSeconds: plan.pattern.hasSeconds)
    self.scales = scales
    separator = layout.separator
    hasSeconds = plan.pattern.hasSeconds
  }
}
