extension LoadStore.ReadFile {
  /// What the file turned out to be.
  var summary: LoadFileSummary {
    LoadFileSummary(
      file: text.name, encoding: text.encoding, format: plan.format(of: text),
      intervalSeconds: plan.intervalSeconds, accounts: record.accounts.texts,
      notes: plan.notes + record.notes(in: text))
  }
}

extension LoadStore.ReadFile {
  /// The unit of each channel, as written.
  var units: [LoadChannel: LoadUnit] {
    var units = record.units
    if case .long(let columns) = plan.layout.shape {
      for value in columns.values { units[value.quantity.channel] = value.quantity.unit }
    }
    return units
  }
}

extension LoadPlan {
  /// How the file is laid out.
  func format(of text: LoadText) -> LoadFormat {
    switch (layout.shape, text.sheet != nil) {
    case (.wide, false): return .wideTable
    case (.wide, true): return .wideSheet
    case (.long, false): return .longTable
    case (.long, true): return .longSheet
    }
  }
}

extension SeriesStore.ReadFile {
  /// What the file turned out to be.
  var summary: LoadFileSummary {
    LoadFileSummary(
      file: file.name, encoding: encoding, format: format, intervalSeconds: nil, accounts: meters,
      notes: notes)
  }
}
