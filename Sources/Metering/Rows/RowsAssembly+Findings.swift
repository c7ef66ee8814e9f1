import Documents
import Quantities

extension RowsAssembly {
  /// Says what was seen at changes of the clock.
  mutating func tell(_ reading: RowClock.Reading, of track: RowTrack) {
    let account = track.key.account
    let zone = plan.zone?.name ?? ""
    for index in reading.impossible {
      let range = track.stamps[index].range
      gathered.record.add(
        .rows(.skippedTime(text: stampText(track, index), zone: zone)), account: account, at: range)
    }
    for (first, count) in reading.unresolved {
      gathered.record.add(
        .rows(.repeatedHour(text: stampText(track, first), zone: zone)), account: account,
        at: track.stamps[first].range, count: count)
    }
    for index in reading.unrepeated {
      let range = track.stamps[index].range
      gathered.record.add(
        .rows(.noRepeatedHour(text: cell(range), zone: plan.zone?.name)), account: account,
        at: range)
    }
    let name = gathered.record.accounts.text(account)
    if let first = reading.skipped.first {
      notes.append(
        .skippedHour(
          account: name, count: reading.skipped.count, first: stampText(track, first)))
    }
    if let first = reading.once.first {
      notes.append(
        .onceInRepeatedHour(
          account: name, count: reading.once.count, first: stampText(track, first)))
    }
  }

  /// What the clock shows in a stamp.
  private func stampText(_ track: RowTrack, _ index: Int) -> String {
    let wall = track.stamps[index].wall
    let day = wall / 86_400
    return LocalTime(date: CalendarDate(dayNumber: Int(day)), second: Int(wall - day * 86_400))
      .description
  }

  /// Compares the sums below the data with the values, where they are of one account.
  mutating func checkSums() {
    guard gathered.record.accounts.count == 1 else { return }
    for sum in gathered.sums {
      guard let printed = sum.value.units, let found = gathered.totals[sum.column] else { continue }
      let heading = plan.base.layout.headings[sum.column].text
      let step = PowersOfTen.power(
        WrittenNumber.mostFractionDigits - sum.value.fractionDigits)
      // A sum may be rounded to the digits it is printed with.
      if 2 * (printed - found).magnitude <= step.magnitude {
        notes.append(.sumAgrees(text: cell(sum.value.range), heading: heading))
        continue
      }
      var finder = PlaceFinder(text)
      findings.append(
        LoadFinding(
          .rows(
            .sumDiffers(
              printed: cell(sum.value.range), found: RowValue.text(units: found), heading: heading)),
          account: gathered.record.accounts.text(0), place: finder.place(sum.value.range)))
    }
  }

  /// Rows at fault that became gaps, as one finding for each account.
  func skippedRows() -> [LoadFinding] {
    let names = gathered.record.accounts.texts
    var finder = PlaceFinder(text)
    return gathered.record.faultCounts.sorted { $0.key < $1.key }.map { account, count in
      let first = gathered.record.faults.first { $0.account == account }
      let finding = first.map {
        LoadFinding($0.evidence, account: names[account], place: finder.place($0.range))
      }
      return LoadFinding(
        .rows(.skippedRows(first: finding?.text ?? "")), account: names[account],
        place: finding?.place, count: count)
    }
  }
}
