import Quantities

/// How figures are written for people.
package struct NumberStyle: Sendable, Hashable {
  private let separatesThousands: Bool

  /// `1,866,000.5`: figures that are read.
  package static let grouped = NumberStyle(separatesThousands: true)
  /// `1866000.5`: figures that are copied into a calculator.
  package static let plain = NumberStyle(separatesThousands: false)

  /// A figure in the shortest digits that keep it.
  ///
  /// - Parameters:
  ///   - value: The figure.
  ///   - digits: Digits after the point that are written in any case.
  /// - Returns: Such as `−5,236.99`, with a minus sign as wide as a digit.
  package func number(_ value: some FixedPoint, atLeast digits: Int = 0) -> String {
    styled(value.description, atLeast: digits)
  }

  /// A figure rounded for display; never for one that is multiplied.
  package func number(_ value: some FixedPoint, atMost digits: Int) -> String {
    styled(value.rounded(digits: digits).description, atLeast: 0)
  }

  /// A figure with a fixed number of digits after the point.
  package func number(_ value: some FixedPoint, digits: Int) -> String {
    styled(value.text(digits: digits), atLeast: digits)
  }

  /// A fraction in percent: `−0.30 %`.
  package func percent(_ rate: Rate, atLeast digits: Int = 0) -> String {
    styled(rate.percentText, atLeast: digits) + " %"
  }

  /// Terms as a sum; those below zero are taken off: `0.6115 − 0.2000`.
  package static func sum(_ terms: [String]) -> String {
    guard let first = terms.first else { return "" }
    return terms.dropFirst().reduce(first) { text, term in
      term.first == "\u{2212}" ? "\(text) \u{2212} \(term.dropFirst())" : "\(text) + \(term)"
    }
  }

  /// A count.
  package func count(_ count: Int) -> String { styled(String(count), atLeast: 0) }

  /// A figure that is decimal text already.
  func decimal(_ text: String) -> String { styled(text, atLeast: 0) }

  private func styled(_ text: String, atLeast digits: Int) -> String {
    var whole = Substring(text)
    // A hyphen before a figure is easily overlooked.
    let sign = whole.first == "-" ? "\u{2212}" : ""
    if whole.first == "-" { whole.removeFirst() }
    var fraction = ""
    if let point = whole.firstIndex(of: ".") {
      fraction = String(whole[whole.index(after: point)...])
      whole = whole[..<point]
    }
    fraction += String(repeating: "0", count: max(0, digits - fraction.count))
    return sign + grouped(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private func grouped(_ digits: Substring) -> String {
    guard separatesThousands else { return String(digits) }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
