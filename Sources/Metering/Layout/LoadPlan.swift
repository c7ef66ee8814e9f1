import Documents
import Quantities

/// All that is needed to read the rows of a file, settled before the first of them is.
struct LoadPlan: Sendable {
  let layout: LoadLayout
  let options: LoadFileOptions
  let pattern: StampPattern
  let order: DateOrder
  /// The length of an interval. [s]
  let intervalSeconds: Int
  /// Which end of its interval a stamp of a long file marks.
  let side: StampSide
  let midnight: MidnightStyle
  let notes: [LoadNote]
  /// Why the interval is not known, where some rows are at fault: those are told as well.
  let doubt: Diagnostic?

  var slotCount: Int { 86_400 / intervalSeconds }

  /// The scale of a quantity in this file.
  func scale(_ unit: LoadUnit) -> DecimalScale {
    DecimalScale(
      unit: unit, intervalSeconds: intervalSeconds, multiplier: options.multiplier ?? .one)
  }
}
