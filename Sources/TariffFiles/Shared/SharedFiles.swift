/// What tariffs refer to by id, of which the first folder's count.
struct SharedFiles {

  /// Power-factor tables.
  var tables: [String: PowerFactorTables] = [:]

  /// Public holidays.
  var holidays: [String: Holidays] = [:]

  /// Rules that versions take.
  var rules: [String: SharedRules] = [:]
}
