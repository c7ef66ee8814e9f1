import ArgumentParser
import Quantities
import Use

/// A month's registers given on the command line.
struct HandReading {
  let reading: MonthlyReading

  init(month: Month, kwh: String, options: DossierOptions) throws {
    var reading = MonthlyReading(month: month)
    if kwh.contains("=") {
      for part in kwh.split(separator: ",", omittingEmptySubsequences: false) {
        guard let equals = part.firstIndex(of: "=") else {
          throw Console.usage("--kwh: \"\(part)\" is not of the form period=kWh")
        }
        let period = PeriodName(String(part[..<equals]))
        guard !reading.energy.contains(where: { $0.period == period }) else {
          throw Console.usage("--kwh: \(period) stands twice")
        }
        reading.energy.append(
          RegisterEnergy(
            period: period, energy: try Self.energy(part[part.index(after: equals)...], "--kwh")))
      }
    } else {
      reading.total = try Self.energy(kwh[...], "--kwh")
    }
    if let total = options.kwhTotal { reading.total = try Self.energy(total[...], "--kwh-total") }
    if let demand = options.maxDemand {
      do throws(NumberError) {
        reading.maximumDemand = try Power(demand)
      } catch {
        throw Self.refusal("--max-demand", error)
      }
    }
    if let kvarh = options.kvarh {
      let parts = kvarh.split(separator: ",", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count) else {
        throw Console.usage("--kvarh takes one figure, or two with a comma between")
      }
      reading.reactiveForward = try Self.energy(parts[0], "--kvarh")
      if parts.count == 2 { reading.reactiveReverse = try Self.energy(parts[1], "--kvarh") }
    }
    self.reading = reading
  }

  private static func energy(_ text: Substring, _ flag: String) throws -> Energy {
    do throws(NumberError) {
      let energy = try Energy(kilowattHours: text)
      guard energy >= .zero else { throw NumberError.negative(text: String(text)) }
      return energy
    } catch {
      throw refusal(flag, error)
    }
  }

  private static func refusal(_ flag: String, _ error: NumberError) -> ExitCode {
    Console.usage("\(flag): \(error.sentence)", hint: error.advice)
  }
}
