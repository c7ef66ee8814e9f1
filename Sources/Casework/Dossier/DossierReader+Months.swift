import Documents
import Quantities
import Use

extension DossierReader {
  /// The month of an account, from the rows of its meters; nothing where they do not fit together.
  mutating func whole(
    _ tally: MonthTally, of account: Account, _ meters: AccountMeters
  ) -> MonthlyReading? {
    // The first row of each meter, in the order of the table.
    var places: [MeterPlace] = []
    for part in tally.parts where !places.contains(part.place) { places.append(part.place) }
    let byPlace = Dictionary(grouping: tally.parts, by: \.place)
    var readings: [(part: MonthTally.Part, reading: MonthlyReading)] = []
    for place in places {
      let parts = accepted(byPlace[place] ?? [], tally.month, of: account, meters)
      guard let first = parts.first else { continue }
      readings.append((first, joined(parts)))
    }
    let mains = readings.filter { !$0.part.place.isSubMeter }
    guard let first = mains.first else {
      guard let part = tally.parts.first else { return nil }
      problems.add(
        part.row.diagnostic(
          code: "reading-main",
          message:
            """
            of \(tally.month) of account \(Printable.quote(account.id)) only sub-meters are \
            read
            """,
          hint: "give a row of the main meter, which counts their energy too"))
      return nil
    }
    checkPlaces(mains.map(\.part), tally.month)
    var whole = first.reading
    for (part, reading) in mains.dropFirst() {
      checkRegisters(first, (part, reading))
      Self.add(reading, to: &whole)
    }
    takeDemand(mains, into: &whole)
    for (part, reading) in readings where part.place.isSubMeter {
      guard let name = part.place.point else { continue }
      whole.subMeters[name] = reading.totalEnergy
    }
    return whole
  }

  /// The rows of one meter and of those that took its place: energy is added, the highest demand
  /// stands.
  private mutating func joined(_ parts: [MonthTally.Part]) -> MonthlyReading {
    guard let first = parts.first else { preconditionFailure("a meter has rows") }
    var whole = first.reading
    for part in parts.dropFirst() {
      checkRegisters((first, first.reading), (part, part.reading))
      Self.add(part.reading, to: &whole)
      whole.maximumDemand = Self.highest(whole.maximumDemand, part.reading.maximumDemand)
      whole.maximumApparent = Self.highest(whole.maximumApparent, part.reading.maximumApparent)
      whole.maximumReactive = Self.highest(whole.maximumReactive, part.reading.maximumReactive)
      whole.windowDemand.merge(part.reading.windowDemand) { max($0, $1) }
    }
    return whole
  }

  private static func highest(_ left: Power?, _ right: Power?) -> Power? {
    guard let left, let right else { return left ?? right }
    return max(left, right)
  }

  /// Adds what is counted; demand is left as it is.
  private static func add(_ more: MonthlyReading, to whole: inout MonthlyReading) {
    if whole.total != nil || more.total != nil {
      whole.total = whole.totalEnergy + more.totalEnergy
    }
    for register in more.energy {
      if let index = whole.energy.firstIndex(where: { $0.period == register.period }) {
        whole.energy[index].energy += register.energy
      } else {
        whole.energy.append(register)
      }
    }
    whole.reactiveForward = sum(whole.reactiveForward, more.reactiveForward)
    whole.reactiveReverse = sum(whole.reactiveReverse, more.reactiveReverse)
    whole.exported = sum(whole.exported, more.exported)
    whole.contractDemand = whole.contractDemand ?? more.contractDemand
  }

  private static func sum(_ left: Energy?, _ right: Energy?) -> Energy? {
    guard let left, let right else { return left ?? right }
    return left + right
  }

  /// A register that only some rows have would be a part of the month taken for the whole.
  private mutating func checkRegisters(
    _ first: (part: MonthTally.Part, reading: MonthlyReading),
    _ other: (part: MonthTally.Part, reading: MonthlyReading)
  ) {
    let registers: [(name: String, isInFirst: Bool, isInOther: Bool)] = [
      (
        "kvarh_forward", first.reading.reactiveForward != nil, other.reading.reactiveForward != nil
      ),
      (
        "kvarh_reverse", first.reading.reactiveReverse != nil, other.reading.reactiveReverse != nil
      ),
    ]
    for register in registers where register.isInFirst != register.isInOther {
      let (with, without) = register.isInFirst ? (first, other) : (other, first)
      problems.add(
        without.part.row.diagnostic(
          code: "reading-register",
          message: """
            the row has no \(register.name), but line \(with.part.row.line) of the \
            file, which is added to it, has
            """, hint: "zero is a reading too"))
    }
    if let one = first.reading.contractDemand, let two = other.reading.contractDemand, one != two {
      problems.add(
        (other.part.row.filled("contract_demand_kw") ?? other.part.row[0]).diagnostic(
          code: "reading-register",
          message:
            """
            the contract demand is \(two), but \(one) in line \(first.part.row.line) of the \
            file, of the same month
            """))
    }
  }

  /// A row of the whole account and rows of its parts would count energy twice.
  private mutating func checkPlaces(_ parts: [MonthTally.Part], _ month: Month) {
    for (column, name) in [
      ("line", \MeterPlace.line), ("point", \MeterPlace.point),
    ] as [(String, KeyPath<MeterPlace, String?>)] {
      guard let with = parts.first(where: { $0.place[keyPath: name] != nil }),
        let without = parts.first(where: { $0.place[keyPath: name] == nil })
      else { continue }
      problems.add(
        without.row.diagnostic(
          code: "reading-mixed",
          message:
            """
            the row of \(month) names no \(column), but the one in line \(with.row.line) of the file \
            does
            """,
          hint: "name the \(column) in every row of the month, or read the account as a whole"))
      return
    }
  }

  /// Sets the demand of the account, or of each of its lines.
  private mutating func takeDemand(
    _ mains: [(part: MonthTally.Part, reading: MonthlyReading)], into whole: inout MonthlyReading
  ) {
    if mains.contains(where: { $0.part.place.line != nil }) { whole.maximumDemand = nil }
    var holders: [String?: MonthTally.Part] = [:]
    for (part, reading) in mains {
      let line = part.place.line
      guard
        reading.maximumDemand != nil || reading.maximumApparent != nil
          || reading.maximumReactive != nil || !reading.windowDemand.isEmpty
      else { continue }
      if let holder = holders[line] {
        problems.add(
          part.row.diagnostic(
            code: "reading-demand",
            message:
              """
              the row has a maximum demand, and line \(holder.row.line) of the file has one of \
              another meter too; their sum is not the demand of both
              """,
            hint: "give the demand of both meters together in one of the rows"))
        continue
      }
      holders[line] = part
      if let line {
        whole.lineDemand[line] = reading.maximumDemand
      } else {
        whole.maximumDemand = reading.maximumDemand
        whole.maximumApparent = reading.maximumApparent
        whole.maximumReactive = reading.maximumReactive
        whole.windowDemand = reading.windowDemand
      }
    }
  }
}
