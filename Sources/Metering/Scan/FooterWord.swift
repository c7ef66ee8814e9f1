/// The words that begin a row of sums or averages below the data.
enum FooterWord {
  private static let words: Set<String> = [
    "合计", "总计", "小计", "平均", "平均值", "最大值", "最小值", "total", "sum", "subtotal",
    "average", "mean", "max", "min", "maximum", "minimum",
  ]

  private static let sums: Set<String> = ["合计", "总计", "total", "sum"]

  /// Whether the row holds the sums of all rows above it.
  static func isSum(_ text: String) -> Bool { sums.contains(plain(text)) }

  private static func plain(_ text: String) -> String {
    text.lowercased().filter { $0 != ":" && $0 != "：" && $0 != " " }
  }

  static func matches(_ text: String) -> Bool {
    words.contains(plain(text))
  }
}
