/// A language answers are given in; the raw value is the word of the flag.
package enum Language: String, Sendable, Hashable, CaseIterable {
  /// English.
  case english = "en"
  /// Chinese, in simplified characters.
  case chinese = "zh"

  /// The language of the answer that is being made.
  ///
  /// An answer is made in one language from beginning to end, and every word of it asks for that;
  /// it is bound once, where the answer begins.
  @TaskLocal package static var current: Language = .english
}
