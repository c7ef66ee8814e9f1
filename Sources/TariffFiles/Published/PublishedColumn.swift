/// What a column of a published price table holds, by its heading.
enum PublishedColumn: Hashable {

  /// The class of use (用电分类): single-part or two-part.
  case use
  /// The voltage level (电压等级).
  case voltage
  /// A price, by the name pages have for it.
  case price(String)

  /// The words of headings, those that hold others in them first: 最大需量 stands in no other, but
  /// 电度用电价格 also above the prices of periods.
  private static let words: [(word: String, column: PublishedColumn)] = [
    ("电压等级", .voltage), ("用电分类", .use), ("用电类别", .use),
    ("尖峰", .price("sharp")), ("深谷", .price("deep")), ("高峰", .price("peak")),
    ("峰段", .price("peak")), ("低谷", .price("valley")), ("谷段", .price("valley")),
    ("平段", .price("flat")), ("平时段", .price("flat")), ("平时", .price("flat")),
    ("线损", .price("line-loss")), ("购电", .price("purchase")), ("输配", .price("transmission")),
    ("系统运行", .price("system")), ("基金", .price("funds")),
    ("变压器容量", .price("capacity")), ("最大需量", .price("demand")),
    ("需量电价", .price("demand")), ("容量电价", .price("capacity")),
    ("电度用电价格", .price("total")), ("电度电价", .price("total")),
  ]

  /// What a column holds.
  ///
  /// - Parameter headings: The cells above its figures, the lowest first; what a lower cell says
  ///   goes before what stands above it over several columns.
  init?(headings: [String]) {
    for heading in headings {
      let text = heading.filter { !$0.isWhitespace }
      if let found = Self.words.first(where: { text.contains($0.word) }) {
        self = found.column
        return
      }
    }
    return nil
  }
}
