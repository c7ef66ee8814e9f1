/// A whole number printed with leading zeros.
struct Padded: CustomStringConvertible {
  let description: String

  init(_ number: Int, _ width: Int) {
    let digits = String(number)
    description = String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
