import Advice
import Documents
import Quantities

/// Capacitors as flags say them.
enum CompensationFlag {
  /// Equal steps of a bank of which no more is said.
  static let usualSteps = 10

  /// A power factor, such as `0.95`.
  static func powerFactor(_ text: String) throws(LeverFault) -> PowerFactor {
    let value: Rate
    do throws(NumberError) {
      value = try Rate(text)
    } catch {
      throw LeverFault(message: "--power-factor: \(error.sentence)", hint: error.advice)
    }
    guard value > .zero, value <= .one else {
      throw LeverFault(
        message: "--power-factor is \(Printable.quote(text)); more than 0, at most 1 is expected",
        hint: "a fraction, such as 0.95")
    }
    // Tables of adjustments go by hundredths.
    guard let factor = value.hundredths.flatMap({ PowerFactor(hundredths: $0) }) else {
      throw LeverFault(
        message: "--power-factor is \(Printable.quote(text)); bills go by whole hundredths",
        hint: "such as 0.95")
    }
    return factor
  }

  /// A bank, such as `600`, `600:5` or `600:0`.
  static func capacitors(_ text: String) throws(LeverFault) -> Compensation {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2 else {
      throw LeverFault(
        message:
          "--capacitors is \(Printable.quote(text)); a rating and a number of steps are expected",
        hint: "such as 600, 600:5, or 600:0 for a bank that is always on")
    }
    let kvar = try FlagFigure.power(parts[0], "--capacitors", "kvar", .aboveZero)
    guard parts.count == 2 else { return .capacitors(kvar: kvar, steps: usualSteps) }
    guard let steps = Int(parts[1]), (0...100).contains(steps) else {
      throw LeverFault(
        message:
          "--capacitors: \(Printable.quote(parts[1])) is not a number of steps from 0 to 100",
        hint: "0 steps are a bank that is always on")
    }
    return .capacitors(kvar: kvar, steps: steps)
  }
}

extension Rate {
  /// The figure in hundredths; nothing where it has more digits.
  fileprivate var hundredths: Int? {
    guard Rate(units: Rate.one.units / 100 * (units / (Rate.one.units / 100))) == self else {
      return nil
    }
    return Int(units / (Rate.one.units / 100))
  }
}
