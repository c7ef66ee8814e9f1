import Billing
import Quantities
import Tariffs
import Use

/// What register readings tell of a shift: a use that no shift of the same share can be cheaper than.
///
/// All that may leave a period goes to the cheapest, and demand falls as far as it could: to what
/// must stay of it, or to the month's mean power. Which of this fits together only intervals tell.
struct ShiftBound {
  let shift: FlexibleShift
  let subject: AccountCase

  func readings(_ readings: [MonthlyReading]) throws(LeverProblem) -> [MonthlyReading] {
    guard shift.share >= .zero, shift.share <= .one else { throw .flexibleShare(shift.share) }
    var bounds: [MonthlyReading] = []
    for reading in readings {
      do throws(BillingFailure) {
        bounds.append(try bound(reading))
      } catch {
        throw .unbilled(error)
      }
    }
    return bounds
  }

  private func bound(_ reading: MonthlyReading) throws(BillingFailure) -> MonthlyReading {
    let study = try subject.study(of: reading.month)
    var bound = reading
    if let prices = try RegisterPrices(study) {
      let registers = zip(study.registers, prices.units).map { (register: $0, price: $1) }
      // A period may have several registers where rules change within the month; its cheapest day
      // counts, for this is a bound.
      var price: [PeriodName: Int64] = [:]
      for (register, units) in registers {
        price[register.period] = min(price[register.period] ?? .max, units)
      }
      if let cheapest = bound.energy.indices.min(by: {
        price[bound.energy[$0].period] ?? .max < price[bound.energy[$1].period] ?? .max
      }) {
        for index in bound.energy.indices where index != cheapest {
          let moved = bound.energy[index].energy.scaled(
            by: shift.share.units, over: Rate.unitsPerOne)
          bound.energy[index].energy = bound.energy[index].energy - moved
          bound.energy[cheapest].energy += moved
        }
      }
    }
    if let demand = reading.maximumDemand {
      let seconds = study.period.dayCount * 86_400
      bound.maximumDemand = min(
        demand,
        max(
          demand.times(Rate.one - shift.share), reading.totalEnergy.meanPower(overSeconds: seconds))
      )
    }
    return bound
  }
}
