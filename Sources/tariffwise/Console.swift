import ArgumentParser
import Documents
import Glibc
import Quantities
import Reporting

/// Standard output and standard error, and what the program ends with.
enum Console {
  /// Writes an answer to standard output.
  static func write(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes an answer that people read to standard output, made in the ink of it.
  static func show(_ text: () -> String) {
    write(Ink.$current.withValue(ink(of: STDOUT_FILENO), operation: text), to: STDOUT_FILENO)
  }

  /// Writes a message to standard error, made in the ink of it.
  static func tell(_ text: @autoclosure () -> String) {
    write(Ink.$current.withValue(ink(of: STDERR_FILENO), operation: text), to: STDERR_FILENO)
  }

  /// Colours are for terminals that know them, and for people who want them.
  ///
  /// - Source: https://no-color.org; `TERM` is `dumb` where a terminal knows no sequences.
  private static func ink(of descriptor: Int32) -> Ink {
    let terminal = getenv("TERM").map { String(cString: $0) } ?? ""
    let refusal = getenv("NO_COLOR").map { String(cString: $0) } ?? ""
    let isColoured =
      isatty(descriptor) == 1 && refusal.isEmpty && !["", "dumb"].contains(terminal)
    return isColoured ? .coloured : .plain
  }

  /// Writes an answer that is no text to standard output.
  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  private static func write(_ all: [UInt8], to descriptor: Int32) {
    var bytes = all[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      // A reader that has gone away, such as `head`, has had what it wanted.
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }

  /// Says what is wrong with files; what to end with.
  static func fail(_ error: DiagnosticsError) -> ExitCode {
    tell(DiagnosticText.render(error.diagnostics, say: say))
    return ExitCode(1)
  }

  /// Says what stands between a question and its answer; what to end with.
  static func fail(_ problems: [Problem]) -> ExitCode {
    tell(problems.map(\.text).joined())
    return ExitCode(Int32(Problem.exitCode(of: problems)))
  }

  /// Says what is wrong with the command line; what to end with.
  static func usage(_ message: Message, hint: Message? = nil) -> ExitCode {
    fail([Problem(code: "usage", message: message, hint: hint, exitCode: 64)])
  }
}
