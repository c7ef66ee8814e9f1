extension LoadOptions {
  /// The flags that are given, by name, since results hang on them.
  var settings: [(name: String, value: String)] {
    let texts: [(String, String?)] = [
      ("--stamps", stamps), ("--date-order", dateOrder), ("--unit", unit),
      ("--multiplier", multiplier), ("--encoding", encoding), ("--zone", zone), ("--sheet", sheet),
      ("--column", column), ("--meter", meter), ("--numbers", numbers), ("--epoch", epoch),
      ("--duplicates", duplicates), ("--snap", snap.map(String.init)),
    ]
    let flags = [
      ("--skip-bad-rows", skipBadRows), ("--net", net), ("--require-actual", requireActual),
      ("--scale-to-register", scaleToRegister),
    ]
    return texts.compactMap { name, value in value.map { (name, $0) } }
      + flags.filter(\.1).map { ($0.0, "given") } + fill.map { ("--fill \($0)", "given") }
  }
}
