import Advice
import Casework
import Documents
import Quantities

/// Published figures with their measures and changes understood.
enum PublishedClaims {
  static func read(_ figures: [PublishedFigure]) throws -> [Claim] {
    var problems: [Diagnostic] = []
    var claims: [Claim] = []
    for figure in figures {
      guard let measure = Claim.Measure(rawValue: figure.measure.text) else {
        let names = Claim.Measure.allCases.map(\.rawValue)
        problems.append(
          figure.measure.diagnostic(
            code: "published-measure",
            message: "\(Printable.quote(figure.measure.text)) is nothing that is measured",
            hint: Suggestion.hint(for: figure.measure.text, in: names)
              ?? "measured are \(Printable.alternatives(names, conjunction: "and"))"))
        continue
      }
      do {
        claims.append(
          Claim(
            text: figure.text, measure: measure,
            levers: try figure.levers.map { try LeverOptions.levers(in: $0.text) } ?? [],
            published: figure.value, digits: figure.digits))
      } catch {
        let fault =
          (error as? LeverFaults)?.faults.first
          ?? LeverFault(message: Message(verbatim: LeverOptions.message(for: error)))
        problems.append(
          (figure.levers ?? figure.measure).diagnostic(
            code: "published-levers", message: "these are not changes: \(fault.message)",
            hint: fault.hint ?? "write them as flags of whatif, such as --transformers 10000"))
      }
    }
    guard problems.isEmpty else { throw Console.fail(DiagnosticsError(problems)) }
    return claims
  }
}
