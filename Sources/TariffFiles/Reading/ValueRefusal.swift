import Quantities

/// Why a value was refused: what was read, what was expected, and what would help.
struct ValueRefusal: Error {

  let code: TariffFileCode
  let message: Message
  var hint: Message?
}
