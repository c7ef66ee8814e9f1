import Documents
import Tariffs

/// Accounts with their use, as an engineer keeps them: a folder of tables, one table, or a month
/// by hand.
package struct Dossier: Sendable {
  /// The accounts, in the order of `accounts.csv`.
  package let accounts: [DossierAccount]
  /// Published figures to be checked, from `published.csv`.
  package let claims: [PublishedFigure]
  /// Lines of bills the utility has issued, from `issued.csv`.
  package let issued: [IssuedLine]
  /// What is worth knowing about the files; none of it keeps an account from being billed.
  package let warnings: [Diagnostic]
  /// Temperatures, from `weather.csv`.
  package var weather: Weather?
}
