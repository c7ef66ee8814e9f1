import Documents
import Tariffs

/// Finds every slip in tariff files: what the readers find in each, and what shows only where files
/// are held against each other.
package struct TariffChecker {

  /// Where tariffs and tables are found that the checked files refer to and are not among them.
  private let library: TariffLibrary?

  /// A checker.
  ///
  /// - Parameter library: The tariffs at hand; checked files have precedence over them.
  package init(library: TariffLibrary?) { self.library = library }

  /// Checks files, and the files ending in `.xml` below folders.
  ///
  /// - Parameter paths: Files and folders; of folders with the same id the first has it.
  /// - Returns: All that is wrong with them, warnings too, sorted by file and place.
  package func check(_ paths: [String]) -> [Diagnostic] { outcome(of: paths).diagnostics }

  /// What a check found, and in how many files.
  package struct Outcome: Sendable {
    /// All that is wrong, warnings too, sorted by file and place.
    package var diagnostics: [Diagnostic]
    /// The files that were read.
    package let fileCount: Int
  }

  /// Checks files as ``check(_:)`` does, and counts them.
  ///
  /// - Parameter paths: Files and folders; of folders with the same id the first has it.
  /// - Returns: What was found.
  package func outcome(of paths: [String]) -> Outcome {
    var check = TariffCheck(library: library)
    for path in paths { check.open(path) }
    check.run()
    return Outcome(diagnostics: check.diagnostics.sorted(), fileCount: check.fileCount)
  }
}
