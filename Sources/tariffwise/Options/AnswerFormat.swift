import ArgumentParser

/// The form of an answer.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv, xlsx, html
}
