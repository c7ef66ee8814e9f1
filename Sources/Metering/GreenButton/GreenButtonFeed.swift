import Documents
import Quantities

/// What stands in a file, entry by entry, before its links are followed.
struct GreenButtonFeed {
  var points: [GreenButtonPoint] = []
  var meterReadings: [GreenButtonMeterReading] = []
  var types: [GreenButtonType] = []
  var clocks: [GreenButtonClock] = []
  var blocks: [GreenButtonBlock] = []
  var parents: [GreenButtonParent] = []
  var pool = GreenButtonPool()
  /// Readings without a length, by the block they stand in.
  var withoutLength: [Int: GreenButtonLengths] = [:]
  var summaryCount = 0
  var hasCustomerData = false
  private var faults: [GreenButtonFault: (line: Int, text: String, count: Int)] = [:]

  mutating func note(_ fault: GreenButtonFault, line: Int, text: String) {
    faults[fault, default: (line, text, 0)].count += 1
  }

  /// What keeps the file from being used.
  func diagnostics(file: String) -> [Diagnostic] {
    faults.map { fault, first in
      fault.diagnostic(file: file, line: first.line, text: first.text, count: first.count)
    }
  }

  /// Whether anything of ESPI was found.
  var isESPI: Bool {
    hasCustomerData || summaryCount > 0
      || !(points.isEmpty && meterReadings.isEmpty && types.isEmpty && clocks.isEmpty
        && blocks.isEmpty)
  }

  /// `1 UsagePoint, 3 ReadingTypes and no readings`.
  var contents: Message {
    var parts: [Message] = []
    if !points.isEmpty { parts.append(Message.counted(points.count, "UsagePoint")) }
    if !meterReadings.isEmpty {
      parts.append(Message.counted(meterReadings.count, "MeterReading"))
    }
    if !types.isEmpty { parts.append(Message.counted(types.count, "ReadingType")) }
    if summaryCount == 1 { parts.append("1 UsageSummary") }
    if summaryCount > 1 { parts.append("\(summaryCount) UsageSummaries") }
    if hasCustomerData { parts.append("data about the customer") }
    guard !parts.isEmpty else { return "no readings" }
    return "\(parts.joined(separator: ", ")) and no readings"
  }
}
