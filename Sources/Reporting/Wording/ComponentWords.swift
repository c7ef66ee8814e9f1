/// The parts a price is made of in words, and the periods they are billed by.
enum ComponentWords {
  /// The word of the language; a name that is not known stays as the tariff has it.
  static func name(_ component: String) -> String {
    guard Language.current != .english else { return component }
    return Phrase.find("component.\(component)") ?? Phrase.find("period.\(component)") ?? component
  }
}
