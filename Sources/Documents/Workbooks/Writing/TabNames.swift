/// Names for the tabs of a workbook.
///
/// - Source: the limits of Excel: 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at the ends, not
///   `History`, and no two names that differ in case alone.
enum TabNames {

  private static let longest = 31
  private static let forbidden: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\"]

  /// The nearest valid names, no two of them alike; valid names stay as they are.
  static func valid(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    // The number to try next, so that many sheets of one name do not try all of them again.
    var numbers: [String: Int] = [:]
    return names.enumerated().map { index, wish in
      let stem = valid(wish, instead: "Sheet\(index + 1)")
      var name = stem
      while !taken.insert(name.lowercased()).inserted {
        let number = numbers[stem.lowercased(), default: 2]
        numbers[stem.lowercased()] = number + 1
        let ending = " (\(number))"
        name = cut(stem, to: longest - ending.utf16.count) + ending
      }
      return name
    }
  }

  private static func valid(_ wish: String, instead: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in WorkbookText.plain(wish).unicodeScalars {
      scalars.append(forbidden.contains(scalar) || Printable.isControl(scalar) ? "-" : scalar)
    }
    let name = cut(trimmed(String(scalars)), to: longest)
    if name.isEmpty { return instead }
    return name.lowercased() == "history" ? name + "-" : name
  }

  /// As much of a text as fits, in whole characters, fit for the end of a name.
  private static func cut(_ text: String, to length: Int) -> String {
    var result = ""
    var used = 0
    for character in text {
      used += character.utf16.count
      guard used <= length else { break }
      result.append(character)
    }
    return trimmed(result)
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, first == "'" || first == " " { rest.removeFirst() }
    while let last = rest.last, last == "'" || last == " " { rest.removeLast() }
    return String(rest)
  }
}
