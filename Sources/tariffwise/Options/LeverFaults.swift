import ArgumentParser
import Reporting

/// Everything that is wrong with the flags of changes.
struct LeverFaults: Error {
  /// In the order of the flags; at least one.
  let faults: [LeverFault]

  /// Says all of it; what to end with.
  func fail() -> ExitCode {
    Console.fail(
      faults.map { Problem(code: "usage", message: $0.message, hint: $0.hint, exitCode: 64) })
  }
}
