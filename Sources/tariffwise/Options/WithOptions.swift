import ArgumentParser
import Use

/// Particulars for commands whose flags of the same names are levers.
struct WithOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A particular of the account as it stands, such as tariff=cn-hubei-two-part; may be repeated.",
      valueName: "field=value"))
  var with: [String] = []

  /// What was given.
  func fields() throws -> [AccountField: String] {
    var fields: [AccountField: String] = [:]
    for text in with {
      guard let equals = text.firstIndex(of: "="),
        let field = AccountField(rawValue: String(text[..<equals]))
      else {
        let names = AccountField.allCases.map(\.rawValue).joined(separator: ", ")
        throw Console.usage(
          "\"\(text)\" is not of the form field=value", hint: "the fields are \(names)")
      }
      fields[field] = String(text[text.index(after: equals)...])
    }
    return fields
  }
}
