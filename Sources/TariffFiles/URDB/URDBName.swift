/// Names made of titles.
enum URDBName {

  /// Small letters and digits, joined by hyphens: `summer-on-peak` of `Summer On-Peak`.
  static func slug(_ title: String) -> String {
    title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .joined(separator: "-")
  }
}
