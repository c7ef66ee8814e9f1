/// A whole number printed with leading zeros.
struct Padded: CustomStringConvertible {
  let description: String

  init(_ number: Int, _ width: Int) {
    var digits = String(number)
    // Most numbers of a date lack one zero at the most.
    while digits.utf8.count < width { digits = "0" + digits }
    description = digits
  }
}
