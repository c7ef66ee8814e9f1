import Quantities

/// Finds the word a user probably meant.
package enum Suggestion {

  /// The candidate nearest to `word`, if it is near enough for a "did you mean".
  ///
  /// At most two letters may be inserted, left out, replaced or swapped with their neighbour, one
  /// in words of up to three letters, where two would turn anything into anything. Upper and lower
  /// case count as equal. Of equally near candidates the first one is taken.
  package static func nearest(
    to word: String, in candidates: some Sequence<String>
  ) -> String? {
    let letters = Array(word.lowercased())
    let limit = letters.count <= 3 ? 1 : 2
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased())
      guard abs(other.count - letters.count) <= limit else { continue }
      let distance = distance(letters, other)
      if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The nearest candidate as a hint, such as `did you mean "peak"?`, if there is one.
  package static func hint(for word: String, in candidates: some Sequence<String>) -> Message? {
    nearest(to: word, in: candidates).map { "did you mean \(Printable.quote($0))?" }
  }

  /// The Damerau–Levenshtein distance of two words, with any number of edits between the letters
  /// of a swapped pair.
  ///
  /// - Source: R. Lowrance, R. A. Wagner, "An Extension of the String-to-String Correction
  ///   Problem", Journal of the ACM 22 (1975).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    let unreachable = left.count + right.count
    let width = right.count + 2
    // Row and column 0 hold `unreachable`, so that swaps before the first letter never win.
    var table = [Int](repeating: unreachable, count: (left.count + 2) * width)
    for row in 0...left.count { table[(row + 1) * width + 1] = row }
    for column in 0...right.count { table[width + column + 1] = column }

    var lastRowOfLetter: [Character: Int] = [:]
    for row in 1..<(left.count + 1) {
      var lastMatchingColumn = 0
      for column in 1..<(right.count + 1) {
        let swapRow = lastRowOfLetter[right[column - 1]] ?? 0
        let swapColumn = lastMatchingColumn
        let isSame = left[row - 1] == right[column - 1]
        if isSame { lastMatchingColumn = column }
        let replaced = table[row * width + column] + (isSame ? 0 : 1)
        let inserted = table[(row + 1) * width + column] + 1
        let removed = table[row * width + column + 1] + 1
        let swapped =
          table[swapRow * width + swapColumn] + (row - swapRow - 1) + 1
          + (column - swapColumn - 1)
        table[(row + 1) * width + column + 1] = min(replaced, inserted, removed, swapped)
      }
      lastRowOfLetter[left[row - 1]] = row
    }
    return table[(left.count + 1) * width + right.count + 1]
  }
}
