/// The words by which the columns of load files are known.
///
/// A heading is cut into words at everything that is no letter or digit, and between Latin and
/// Chinese letters: `Usage_kWh` is "usage kwh", `电量(kWh)` is "电量 kwh".
enum HeadingWords {
  /// What a heading says its column holds.
  static func role(of text: String) -> HeadingRole {
    if text.isEmpty { return .blank }
    if let slot = SlotLabel(text) { return .slot(slot) }
    // Rows of data are looked at too, and most of their cells are figures.
    if text.utf8.allSatisfy({ Byte.isDigit($0) || $0 == Byte.point }) { return .unknown }
    let words = words(of: text)
    let joined = words.joined()
    if let role = names[joined] { return role }
    return measured(words)
  }

  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isChinese = false
    for scalar in text.lowercased().unicodeScalars {
      // What Unicode says of a letter takes long to find, and most letters are Latin.
      let isLetter =
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
        || !scalar.isASCII && scalar.properties.isAlphabetic
      let chinese = isLetter && scalar.value >= 0x2E80
      if !isLetter || chinese != isChinese, !word.isEmpty {
        words.append(word)
        word = ""
      }
      isChinese = chinese
      if isLetter { word.unicodeScalars.append(scalar) }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static let names: [String: HeadingRole] = {
    let groups: [(HeadingRole, [String])] = [
      (
        .account,
        [
          "account", "accountid", "accountno", "accountnumber", "customer", "customerid", "户号",
          "用户编号", "客户编号", "用户号", "用电户号", "总户号", "用电客户编号",
        ]
      ),
      (
        .meter,
        [
          "meter", "meterid", "meterno", "meternumber", "nmi", "mpan", "表号", "电表号",
          "电能表编号", "电能表资产编号", "资产编号", "电表局编号", "表计编号",
        ]
      ),
      (.part, ["line", "point", "计量点", "计量点编号", "测量点", "测量点号", "回路", "线路"]),
      (
        .stamp(nil),
        [
          "date", "day", "ymd", "intervaltimestamp", "datum", "datetime", "time", "stamp",
          "zeitstempel", "zeit",
          "uhrzeit", "日期",
          "数据日期", "用电日期", "抄表日期", "时间", "日期时间", "数据时间", "采集时间", "冻结时间",
          "抄表时间", "时刻", "时标", "数据时标",
        ]
      ),
      (
        .stamp(.start),
        [
          "timestamp", "timestampstart", "start", "starttime", "startdatetime", "startdate",
          "intervalstart", "begin", "from", "开始时间", "起始时间",
        ]
      ),
      (
        .stamp(.end),
        [
          "timestampend", "end", "endtime", "enddatetime", "enddate", "intervalend", "to",
          "结束时间", "截止时间", "终止时间",
        ]
      ),
      (.hour, ["hour", "he", "hourending", "小时"]),
      (
        .quantity,
        ["quantity", "datatype", "数据类型", "曲线类型", "数据项", "数据项名称"]
      ),
      (
        .quality,
        ["quality", "qualityofreading", "readingquality", "qualityflag", "质量", "数据质量", "质量标志"]
      ),
      (.multiplier, ["multiplier", "倍率", "综合倍率", "ctpt", "ct×pt"]),
      (
        .unitless(.active),
        [
          "value", "values", "usage", "load", "consumption", "energy", "power", "demand", "import",
          "active", "activepower", "activeenergy", "leistung", "verbrauch", "energie", "数值", "用量",
          "有功",
        ]
      ),
      (.unitless(.reactive), ["reactive", "reactivepower", "reactiveenergy", "无功"]),
    ]
    var names: [String: HeadingRole] = [:]
    for (role, words) in groups {
      for word in words { names[word] = role }
    }
    return names
  }()

  /// Words that make a column of figures something else than interval energy, unit or not.
  private static let others: Set<String> = [
    "factor", "price", "cost", "rate", "tariff", "charge", "phase", "temperature", "co2", "tco2",
  ]
  private static let otherChinese = ["因数", "电价", "单价", "电费", "元", "相", "需量", "温度"]
  private static let registerWords: Set<String> = ["register", "cumulative", "dial"]
  private static let registerChinese = ["示数", "表码", "底码", "止码"]
  private static let reverseWords: Set<String> = [
    "leading", "reverse", "export", "exported", "received", "feedin", "generation",
  ]
  private static let exportWords: Set<String> = ["export", "exported", "received", "feedin"]
  private static let forwardWords: Set<String> = ["lagging", "forward", "import", "delivered"]

  /// What a column of figures measures.
  private static func measured(_ words: [String]) -> HeadingRole {
    let chinese = words.filter { $0.unicodeScalars.contains { $0.value >= 0x2E80 } }.joined()
    // Most headings have no Chinese letters, and looking for words among none takes its time.
    func has(_ word: String) -> Bool { !chinese.isEmpty && chinese.contains(word) }
    if words.contains(where: others.contains) || otherChinese.contains(where: has) {
      return .unknown
    }
    let plain =
      chinese.isEmpty
      ? "" : chinese.replacing("平均", with: "").replacing("高峰", with: "峰")
    if !plain.isEmpty, ["尖", "峰", "谷", "平"].contains(where: plain.contains) { return .unknown }
    let unit =
      words.lazy.compactMap { units[$0] }.first ?? (plain.isEmpty ? nil : unitNamed(in: plain))
    if words.contains(where: registerWords.contains) || registerChinese.contains(where: has) {
      return .register
    }
    guard let unit else {
      return RegisterHeading.registerNames.contains(where: has) ? .register : .unknown
    }
    let isReactive = unit.isReactive || has("无功") || words.contains("reactive")
    let isReverse = words.contains(where: reverseWords.contains) || has("反向")
    let isForward = words.contains(where: forwardWords.contains) || has("正向")
    if !isReactive {
      // Energy fed back is settled apart and never part of what was drawn.
      let isExport = words.contains(where: exportWords.contains) || has("反向")
      if isExport { return .value(LoadQuantity(channel: .exported, unit: unit.unit)) }
      return isReverse ? .unknown : .value(LoadQuantity(channel: .active, unit: unit.unit))
    }
    let channel: LoadChannel =
      isReverse ? .reactiveReverse : isForward ? .reactiveForward : .reactive
    return .value(LoadQuantity(channel: channel, unit: unit.unit))
  }

  /// A unit named by Chinese words.
  private static func unitNamed(in text: String) -> (unit: LoadUnit, isReactive: Bool)? {
    let isReactive = text.contains("无功") || text.contains("千乏")
    if text.contains("兆瓦时") { return (.megawattHour, isReactive) }
    if text.contains("千瓦时") || text.contains("千乏时") { return (.kilowattHour, isReactive) }
    if text.contains("兆瓦") { return (.megawatt, isReactive) }
    if text.contains("千瓦") || text.contains("千乏") { return (.kilowatt, isReactive) }
    if text.contains("电量") { return (.kilowattHour, isReactive) }
    if text.contains("负荷") || text.contains("功率") { return (.kilowatt, isReactive) }
    return nil
  }

  private static let units: [String: (unit: LoadUnit, isReactive: Bool)] = {
    var units: [String: (unit: LoadUnit, isReactive: Bool)] = [:]
    for unit in LoadUnit.allCases {
      units[unit.rawValue.lowercased()] = (unit, false)
      units[unit.reactiveName.lowercased()] = (unit, true)
    }
    return units
  }()

  /// The quantity a cell of a wide file names, such as `kvarh` or `无功功率`.
  static func quantity(of text: String) -> LoadQuantity? {
    guard case .value(let quantity) = measured(words(of: text)) else { return nil }
    return quantity
  }
}
