import Casework
import Documents
import Synchronization

extension AccountReader {
  /// Which accounts were taken, and why reading stopped.
  final class Log: Sendable {
    /// Why it stopped; without a fault where rows did not stand together.
    struct End: Sendable {
      let fault: DiagnosticsError?
    }

    private let state = Mutex((items: [DossierStream.Item](), end: End?.none))

    var items: [DossierStream.Item] { state.withLock(\.items) }
    var end: End? { state.withLock(\.end) }

    func done(_ item: DossierStream.Item) { state.withLock { $0.items.append(item) } }
    func stop(_ fault: DiagnosticsError?) { state.withLock { $0.end = End(fault: fault) } }
  }
}
