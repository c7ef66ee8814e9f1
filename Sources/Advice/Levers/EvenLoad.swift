import Billing
import Quantities
import Tariffs
import Use

/// What the months of an account come to with the shares of an even load, worked out from their sums
/// and their highest intervals alone.
///
/// It is what ``ShareShift`` and the meter behind it make of all intervals, several times as fast:
/// of the scaled intervals only those that may be the highest are worked out.
struct EvenLoad {
  private let subject: AccountCase

  init(_ subject: AccountCase) { self.subject = subject }

  /// The sums; nothing where some bill hangs on more of the intervals.
  var metered: MeteredMonths? {
    guard case .intervals(let profile) = subject.use, subject.account.readingDay == nil,
      subject.account.curve == nil, profile.lines.isEmpty,
      !profile.active.withUnsafeBufferPointer(LoadProfile.hasNegative)
    else { return nil }
    var months = MeteredMonths()
    for month in subject.months {
      guard let version = subject.version(in: month),
        let study = try? subject.study(of: month), let runs = study.runsOfSums,
        study.tariff == subject.account.tariff, study.version?.inForce == version.inForce,
        let minutes = subject.minutes(in: month),
        let shifted = shifted(study, runs, DayCalendar.evenShares(minutes), profile)
      else { return nil }
      study.keep(shifted.energy, shifted.demand, in: &months)
    }
    return months
  }

  private func shifted(
    _ study: MonthStudy, _ runs: MonthRuns, _ shares: [PeriodName: Rate], _ profile: LoadProfile
  ) -> (energy: [Energy], demand: MaximumDemand)? {
    let registers = study.determinants.energy
    let targets = ShareShift.targets(
      of: registers.reduce(.zero) { $0 + $1.energy }, registers.map(\.period), shares)
    let energy = registers.map { targets[$0.period] ?? .zero }
    let periods = zip(registers, energy).map {
      ScaledPeak(sum: $0.energy.millijoules, target: $1.millijoules)
    }
    guard periods.allSatisfy({ $0.sum > 0 || $0.target == 0 }),
      let highest = highest(runs, profile, periods)
    else { return nil }
    let demand = Energy(millijoules: highest.value)
      .meanPower(overSeconds: profile.intervalSeconds)
    return (energy, MaximumDemand(power: demand, start: profile.start(of: highest.index)))
  }

  /// The highest of the scaled intervals; of equals, the first.
  private func highest(
    _ runs: MonthRuns, _ profile: LoadProfile, _ all: [ScaledPeak]
  ) -> (value: Int128, index: Int)? {
    var periods = all
    return profile.active.withUnsafeBufferPointer { values in
      runs.each(in: profile) { range, period in
        periods[period].look(at: values, range)
      }
      // One of the metered maxima comes to this much at least.
      guard let least = periods.map(\.least).max(), least > 1 else { return nil }
      for index in periods.indices { periods[index].reach(for: least) }
      var highest: (value: Int128, index: Int)?
      runs.each(in: profile) { range, period in
        periods[period].pass(values, range) { value, index in
          if value > highest?.value ?? -1 { highest = (value, index) }
        }
      }
      return highest
    }
  }
}
