/// Millijoules of 10⁻ⁿ units by n, where the inner loop of a scanner reads them.
///
/// Indexing an inline array of a value copies it to the stack for each number; a pointer does not.
/// Unchecked, because the compiler does not know that nobody writes behind the pointer.
final class DecimalFactors: @unchecked Sendable {
  /// Eight factors, 0 where there is no whole number of millijoules.
  let values: UnsafePointer<UInt64>

  init(_ factors: [UInt64]) {
    precondition(factors.count == 8)
    let values = UnsafeMutablePointer<UInt64>.allocate(capacity: 8)
    values.initialize(from: factors, count: 8)
    self.values = UnsafePointer(values)
  }

  deinit { values.deallocate() }
}
