import Dispatch
import Synchronization

/// Works through numbered items with several threads and hands the results over in order.
///
/// Results do not depend on how many threads there are: an item is worked on by itself, and what
/// becomes of it is taken in the order of the items.
struct Crew: Sendable {
  /// How many threads work.
  let jobs: Int

  /// What the threads share.
  private struct State<Result: Sendable>: Sendable {
    var next = 0
    var isStopped = false
    /// Results of items behind one that is not done.
    var waiting: [Int: Result] = [:]
    var taken = 0
  }

  /// Works.
  ///
  /// - Parameters:
  ///   - count: How many items there are.
  ///   - work: Works on an item, on any thread.
  ///   - take: Takes the result of an item, one at a time and in order, on any thread, and says
  ///     whether to go on.
  func run<Result: Sendable>(
    _ count: Int, _ work: @Sendable (Int) -> Result, _ take: @Sendable (Int, Result) -> Bool
  ) {
    let state = Mutex(State<Result>())
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
      while let item = state.withLock({ state -> Int? in
        guard !state.isStopped, state.next < count else { return nil }
        state.next += 1
        return state.next - 1
      }) {
        let result = work(item)
        state.withLock { state in
          state.waiting[item] = result
          while !state.isStopped, let result = state.waiting.removeValue(forKey: state.taken) {
            if !take(state.taken, result) { state.isStopped = true }
            state.taken += 1
          }
        }
      }
    }
  }
}
