extension Int128 {
  /// The whole number nearest to the square root of a number that is not negative.
  package var roundedSquareRoot: Int128 {
    guard self > 0 else { return 0 }
    // Newton's method from above, so that it stops at the whole part of the root.
    var root = Int128(1) << Int128((Self.bitWidth - leadingZeroBitCount + 1) / 2)
    while true {
      let next = (root + self / root) / 2
      if next >= root { break }
      root = next
    }
    // Above root² + root lies (root + ½)², which is no whole number.
    return self - root * root > root ? root + 1 : root
  }
}
