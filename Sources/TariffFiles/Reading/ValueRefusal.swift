/// Why a value was refused: what was read, what was expected, and what would help.
struct ValueRefusal: Error {

  let code: TariffFileCode
  let message: String
  var hint: String?
}
