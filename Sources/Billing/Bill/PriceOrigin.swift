import Tariffs

/// Where a price was found.
public enum PriceOrigin: Sendable, Hashable {
  /// In the rule itself.
  case rule
  /// On a price page.
  case page(RuleReference)
  /// On the command line.
  case given
}
