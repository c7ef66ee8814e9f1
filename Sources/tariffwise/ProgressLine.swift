import Glibc
import Synchronization

/// One line on the terminal that tells how far a run is, how fast, and how long it will take.
final class ProgressLine: Sendable {
  private struct State {
    var accounts = 0
    var bytes = 0
    var told = ContinuousClock.now
  }

  private let accounts: Int
  private let bytes: Int
  private let isShown: Bool
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// How often the line is written anew.
  private static let pause = Duration.milliseconds(200)

  /// - Parameters:
  ///   - accounts: How many there are.
  ///   - bytes: How much there is to read.
  init(accounts: Int, bytes: Int) {
    self.accounts = accounts
    self.bytes = bytes
    isShown = isatty(STDERR_FILENO) == 1
  }

  /// Counts an account.
  func done(bytes read: Int) {
    guard isShown else { return }
    state.withLock { state in
      state.accounts += 1
      state.bytes += read
      let now = ContinuousClock.now
      guard now - state.told > Self.pause else { return }
      state.told = now
      Console.tell("\r\u{1B}[K" + text(state, now - start))
    }
  }

  /// Takes the line away.
  func end() {
    if isShown { Console.tell("\r\u{1B}[K") }
  }

  private func text(_ state: State, _ elapsed: Duration) -> String {
    let milliseconds = max(
      1,
      Int(elapsed.components.seconds) * 1000
        + Int(elapsed.components.attoseconds / 1_000_000_000_000_000))
    // Reading takes the time; where there is nothing to read, accounts do.
    let (done, all) = bytes > 0 ? (state.bytes, bytes) : (state.accounts, accounts)
    let left = done > 0 ? (all - done) * milliseconds / done / 1000 : 0
    let rate =
      bytes > 0
      ? "\(state.bytes / milliseconds / 1000) MB/s"
      : "\(state.accounts * 1000 / milliseconds) a second"
    return "\(state.accounts) of \(accounts) accounts, \(rate), \(left) s left"
  }
}
