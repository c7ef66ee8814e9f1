import Synchronization
import Testing

@testable import Screening

@Suite("Several threads")
struct CrewTests {
  @Test(
    "1000 results are taken in order, each once, whatever the number of threads",
    arguments: [1, 2, 8])
  func order(_ jobs: Int) {
    let taken = Mutex([Int]())
    Crew(jobs: jobs).run(1000) { item in
      // Some take longer than others.
      (0..<(item % 7) * 100).reduce(item) { sum, _ in sum }
    } _: { item, result in
      #expect(item == result)
      taken.withLock { $0.append(item) }
      return true
    }
    #expect(taken.withLock { $0 } == Array(0..<1000))
  }

  @Test("After a result that stops the work nothing is taken", arguments: [1, 4])
  func stop(_ jobs: Int) {
    let taken = Mutex([Int]())
    Crew(jobs: jobs).run(500) {
      $0
    } _: { item, _ in
      taken.withLock { $0.append(item) }
      return item < 20
    }
    #expect(taken.withLock { $0 } == Array(0...20))
  }
}
