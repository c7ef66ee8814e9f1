import Advice

/// What a lever sets, as JSON.
enum SettingWords {
  /// A text, or where it changes an array of months with their values.
  static func json(_ setting: Setting) -> JSONValue {
    switch setting {
    case .always(let text): return .string(text)
    case .steps(let steps):
      return .array(
        steps.map { ["from": .string($0.from.description), "value": .string($0.value)] })
    }
  }
}
