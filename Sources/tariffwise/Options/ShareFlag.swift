import Documents
import Quantities

/// Shares of periods as a flag says them: `sharp=5,peak=25,flat=20,valley=50` [%].
enum ShareFlag {
  static func read(_ text: String) throws(LeverFault) -> [PeriodName: Rate] {
    var shares: [PeriodName: Rate] = [:]
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let equals = part.firstIndex(of: "=") else {
        throw LeverFault(
          message: "--shift-shares: \(Printable.quote(part)) is not of the form period=percent",
          hint: "such as sharp=5,peak=25,flat=20,valley=50")
      }
      let period = PeriodName(String(part[..<equals]))
      let share: Rate
      do throws(NumberError) {
        share = try Rate(percent: part[part.index(after: equals)...])
      } catch {
        throw LeverFault(message: "--shift-shares: \(error.sentence)", hint: error.advice)
      }
      guard shares.updateValue(share, forKey: period) == nil else {
        throw LeverFault(message: "--shift-shares: \(period) stands twice")
      }
    }
    return shares
  }
}
