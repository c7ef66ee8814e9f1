/// The words that begin a row of sums or averages below the data.
enum FooterWord {
  private static let words: Set<String> = [
    "合计", "总计", "小计", "平均", "平均值", "最大值", "最小值", "total", "sum", "subtotal",
    "average", "mean", "max", "min", "maximum", "minimum",
  ]

  static func matches(_ text: String) -> Bool {
    let word = text.lowercased().filter { $0 != ":" && $0 != "：" && $0 != " " }
    return words.contains(word)
  }
}
