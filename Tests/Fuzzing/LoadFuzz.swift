import FuzzSupport
import Glibc

// `make fuzz` builds this with libFuzzer, which brings `main`; the kind of file is told by
// FUZZ_KIND.
private let kind =
  getenv("FUZZ_KIND").flatMap { FuzzSeed.Kind(rawValue: String(cString: $0)) } ?? .long
private let seeds = FuzzSeed.seeds(of: kind)

/// One case: bytes that a reader must accept or refuse, and never anything else.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let order = bytes.reduce(UInt64(count)) { $0 &* 31 &+ UInt64($1) }
  if case .broken(let promise) = FuzzCheck.check(bytes, kind, seed: order) {
    fatalError("\(kind.rawValue): \(promise)")
  }
  return 0
}

/// Writes the seed files of every kind below FUZZ_SEEDS, a folder each.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>?,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
  if let folder = getenv("FUZZ_SEEDS") { FuzzSeed.write(below: String(cString: folder)) }
  return 0
}

/// Slips of libFuzzer's own and such as load files have, by turns.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ start: UnsafeMutablePointer<UInt8>?, _ count: Int, _ limit: Int, _ seed: CUnsignedInt
) -> Int {
  guard let start, count > 0, seed % 2 == 0 else { return mutateBytes(start, count, limit) }
  var mutator = FuzzMutator(seed: UInt64(seed))
  let file = Array(UnsafeBufferPointer(start: start, count: count))
  let bytes = mutator.mutate(file, beside: seeds).prefix(limit)
  _ = UnsafeMutableBufferPointer(start: start, count: limit).update(fromContentsOf: bytes)
  return bytes.count
}

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ start: UnsafeMutablePointer<UInt8>?, _ count: Int, _ limit: Int) -> Int
