/// What a column or a row of a load file measures.
enum LoadChannel: Sendable, Hashable {
  /// Active energy drawn.
  case active
  /// Active energy fed back.
  case exported
  /// Reactive energy, negative where it is fed back.
  case reactive
  /// Reactive energy drawn.
  case reactiveForward
  /// Reactive energy fed back.
  case reactiveReverse
}
