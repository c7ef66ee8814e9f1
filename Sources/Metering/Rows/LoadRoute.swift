/// The way a table is read.
enum LoadRoute: Sendable {
  /// By whole days of equal intervals: the fast way.
  case days(LoadPlan)
  /// Row by row, each with its own moment and length.
  case rows(RowsPlan)

  /// The layout, whichever way it is read.
  var plan: LoadPlan {
    switch self {
    case .days(let plan): return plan
    case .rows(let rows): return rows.base
    }
  }
}
