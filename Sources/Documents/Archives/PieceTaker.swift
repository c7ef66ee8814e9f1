import CZip

/// Carries a closure through the C interface of unpacking.
struct PieceTaker {

  private let take: (UnsafeRawBufferPointer) -> Bool

  /// Runs `work` with a context and a function that hand each piece to `take`.
  static func run(
    _ take: (UnsafeRawBufferPointer) -> Bool,
    _ work: (UnsafeMutableRawPointer, @escaping czip_taker) -> czip_outcome
  ) -> czip_outcome {
    withoutActuallyEscaping(take) { take in
      var taker = PieceTaker(take: take)
      return withUnsafeMutablePointer(to: &taker) { pointer in
        work(pointer) { context, bytes, count in
          guard let taker = context?.assumingMemoryBound(to: PieceTaker.self) else { return 0 }
          let piece = UnsafeRawBufferPointer(start: bytes, count: count)
          return taker.pointee.take(piece) ? 1 : 0
        }
      }
    }
  }
}
