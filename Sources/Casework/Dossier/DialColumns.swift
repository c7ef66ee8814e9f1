/// Two columns that hold what the dial of a register showed at the start and at the end.
struct DialColumns {
  let from: Int
  let to: Int
  /// What the dial counts, as the headings name it.
  let name: String
  let register: DialRegister
  /// The column that holds the same energy after subtraction and multiplier, where there is one.
  let counted: Int?
}
