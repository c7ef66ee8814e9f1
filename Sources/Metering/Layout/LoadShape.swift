/// How a load file lays out its intervals.
enum LoadShape: Sendable {
  case wide(WideColumns)
  case long(LongColumns)
}
