/// 10⁰ … 10³⁸, looked up.
package enum PowersOfTen {
  private static let table: [Int128] = {
    var powers: [Int128] = [1]
    while powers.count < 39, let last = powers.last { powers.append(last * 10) }
    return powers
  }()

  /// 10 to the given power; the exponent lies between 0 and 38.
  package static func power(_ exponent: Int) -> Int128 { table[exponent] }
}
