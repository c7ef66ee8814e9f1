import ArgumentParser
import Reporting

/// The language an answer is given in.
struct LanguageOptions: ParsableArguments {
  @Option(help: "The language of the answer.")
  var language: Language = .english

  /// Makes and gives an answer in the language.
  func speak(_ answer: () throws -> Void) throws {
    try Language.$current.withValue(language, operation: answer)
  }
}

extension Language: ExpressibleByArgument {}
