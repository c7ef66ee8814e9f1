import Documents
import Metering

/// What readers promise of any bytes whatever.
public enum FuzzCheck {
  /// What became of bytes.
  public enum Verdict {
    /// Every account has what it counts, or a reason why it counts nothing.
    case accepted
    /// Something is wrong with the file or an account.
    case refused
    /// In words, which promise.
    case broken(String)
  }

  /// Reads bytes in every way there is.
  public static func check(_ bytes: [UInt8], _ kind: FuzzSeed.Kind, seed: UInt64) -> Verdict {
    let file = kind.file(bytes)
    let first = FuzzReading(file)
    if let promise = first.brokenPromise ?? again(file, first) { return .broken(promise) }
    if first.isRefused { return .refused }
    // Files whose parts may stand in any order must sum up alike in any order.
    if let shuffled = kind.shuffled(bytes, seed: seed) {
      let second = FuzzReading(kind.file(shuffled))
      if let difference = first.difference(from: second) {
        return .broken("shuffled, \(difference)")
      }
    }
    return first.isFaulty ? .refused : .accepted
  }

  /// What another reading of a file says otherwise than the first.
  private static func again(_ file: LoadFile, _ first: FuzzReading) -> String? {
    do throws(DiagnosticsError) {
      let accounts = try LoadReader.read([file]).accounts
      if first.isRefused || first.isFaulty { return "read in spite of an error" }
      if first != FuzzReading(accounts) { return "read twice, two results" }
      _ = try LoadReader.inspect(file)
    } catch {
      guard first.isRefused || first.isFaulty else { return "refused without an error" }
      let isSame = first.isRefused ? error.diagnostics == first.refusal : first == FuzzReading(file)
      if !isSame { return "refused twice, two reasons" }
    }
    return nil
  }
}
