import Quantities

/// What is said of a rate beside its file.
package struct URDBRequest: Sendable {

  /// The id of the tariff; one made of the rate's label where it is not given.
  package var id: String?

  /// The first day the rate is in force, in place of the file's.
  package var from: CalendarDate?

  /// The time zone, which the database does not tell.
  package var timeZone: String?

  /// Keys that are left out, though they would change a bill.
  package var without: [String] = []

  package init() {}
}
