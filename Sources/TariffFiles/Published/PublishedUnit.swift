/// What a published table has its prices of energy in.
enum PublishedUnit: Hashable {

  /// 元/千瓦时, as pages have them.
  case yuan
  /// 分/千瓦时, of which a hundred are a yuan.
  case fen

  /// The unit a heading names; nothing where it names none of energy.
  init?(heading: String) {
    let text = heading.filter { !$0.isWhitespace && $0 != "·" }.lowercased()
    let units = ["千瓦时", "kwh", "度"]
    if units.contains(where: { text.contains("分/" + $0) }) {
      self = .fen
    } else if units.contains(where: { text.contains("元/" + $0) }) {
      self = .yuan
    } else {
      return nil
    }
  }

  /// A figure in yuan, every printed digit kept: `0.384470` for `38.4470` fen.
  ///
  /// - Parameter figure: A decimal number.
  /// - Returns: The figure as it would have been printed.
  func yuan(_ figure: String) -> String {
    guard self == .fen else { return figure }
    let sign = figure.hasPrefix("-") ? "-" : ""
    let parts = figure.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
    let whole = parts.first ?? ""
    let padded = String(repeating: "0", count: max(0, 3 - whole.count)) + whole
    return sign + padded.dropLast(2) + "." + padded.suffix(2)
      + (parts.count > 1 ? String(parts[1]) : "")
  }
}
