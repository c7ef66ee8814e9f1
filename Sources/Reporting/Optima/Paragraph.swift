/// Running text in which a figure and its unit stay on one line.
enum Paragraph {
  private static let tie: Character = "\u{A0}"

  /// Cuts a text at blanks that do not stand between a figure and its unit.
  static func lines(_ text: String, lead: String = "") -> [String] {
    var tied = ""
    for word in text.split(separator: " ") {
      if let last = tied.last {
        let opensUnit = word.first == "%" || isUnit(word)
        tied.append(last.isNumber && opensUnit ? tie : " ")
      }
      tied += word
    }
    return TextBlock.lines(tied, lead: lead).map { line in
      String(line.map { $0 == tie ? " " : $0 })
    }
  }

  /// Currency codes are three capitals.
  private static func isUnit(_ word: Substring) -> Bool {
    let letters = word.prefix(while: \.isLetter)
    return ["kW", "kWh", "kVA", "kvar"].contains(letters)
      || (letters.count == 3 && letters.allSatisfy(\.isUppercase))
  }
}
