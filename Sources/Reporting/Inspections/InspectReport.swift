import Documents
import Metering

/// What load files hold and what is wrong with them, to be shown as text or JSON.
package struct InspectReport: Sendable {
  /// A file that was looked at.
  package enum Entry: Sendable {
    /// What it holds.
    case read(LoadInspection)
    /// Why it cannot be read.
    case refused(file: String, [Diagnostic])
  }

  let entries: [Entry]

  /// Makes a report.
  package init(_ entries: [Entry]) { self.entries = entries }

  /// Whether a file, or something in it, is at fault.
  package var hasErrors: Bool {
    entries.contains { entry in
      switch entry {
      case .read(let inspection): return inspection.findings.contains { $0.severity == .error }
      case .refused: return true
      }
    }
  }

  /// The faults of the files that could not be read.
  package var refusals: [Diagnostic] {
    entries.flatMap { entry -> [Diagnostic] in
      guard case .refused(_, let diagnostics) = entry else { return [] }
      return diagnostics
    }
  }
}
