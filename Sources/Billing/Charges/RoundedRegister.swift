import Quantities
import Tariffs
import Use

/// A register's energy as billed and as counted. [kWh]
struct RoundedRegister {
  let period: PeriodName
  var billed: Quantity
  let exact: Quantity
}
