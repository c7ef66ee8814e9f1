import Advice
import ArgumentParser
import Documents
import Quantities

/// What an optimisation may change, within what limits, and what changes cost.
struct FreedomOptions: ParsableArguments {
  @OptionGroup var flexibility: FlexibilityOptions

  @Option(
    help: ArgumentHelp(
      "Leave these as they are: transformers, pauses, method, contract, tariff, compensation.",
      valueName: "part,…"))
  var keep: [String] = []

  @Option(
    help: ArgumentHelp(
      "How far transformers may be loaded [% of their rating]. (default: 80)", valueName: "percent")
  )
  var loadingLimit: String?

  @Option(
    help: ArgumentHelp(
      "By how much the load is to grow before transformers are full [%]. (default: 0)",
      valueName: "percent"))
  var growth: String?

  @Flag(help: "The load must be carried with the largest transformer lost (N−1).")
  var spareOne = false

  @Option(help: ArgumentHelp("What a transformer costs, by the kVA.", valueName: "price"))
  var costPerKva: String?

  @Option(help: ArgumentHelp("What capacitors cost, by the kvar.", valueName: "price"))
  var costPerKvar: String?

  @Option(help: ArgumentHelp("What a battery costs, by the kWh it holds.", valueName: "price"))
  var costPerKwh: String?

  @Option(
    help: ArgumentHelp(
      "Say what batteries of these sizes save, such as 500:250,1000:500 [kWh:kW].",
      valueName: "size,…"))
  var storageSizes: String?

  @Option(
    help: ArgumentHelp(
      """
      How much higher demand may be than foreseen before the contract demand that is advised for \
      the next month is too small [%]. (default: 2)
      """, valueName: "percent"))
  var margin: String?

  /// What may change.
  ///
  /// - Throws: ``LeverFaults`` with everything that is wrong.
  func freedom() throws(LeverFaults) -> Freedom {
    var reader = FlagReader()
    var freedom = Freedom()
    freedom.shift = flexibility.shift(&reader)
    freedom.batches = flexibility.batches(&reader)
    freedom.battery = flexibility.battery(&reader)
    let sizes = storageSizes?.split(separator: ",", omittingEmptySubsequences: false) ?? []
    freedom.batterySizes = reader.read(sizes.map(String.init)) { text throws(LeverFault) in
      try FlexibilityOptions.battery(
        text[...], "--storage-sizes", freedom.battery?.roundTripEfficiency)
    }
    let parts = keep.flatMap { text in
      text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    freedom.kept = Set(
      reader.read(parts) { text throws(LeverFault) in
        try FlagWord.read(text, "--keep", Freedom.Part.allCases)
      })
    let limit = reader.read(loadingLimit) { text throws(LeverFault) in
      try FlagFigure.percent(
        text, "--loading-limit", Self.leastLoading...(.one), expected: "1 to 100 %",
        hint: "percent, such as 80")
    }
    freedom.loadingLimit = limit ?? freedom.loadingLimit
    let growth = reader.read(growth) { text throws(LeverFault) in
      try FlagFigure.percent(text, "--growth", Self.anyGrowth, expected: "0 to 1000 %")
    }
    freedom.growth = growth ?? freedom.growth
    let margin = reader.read(margin) { text throws(LeverFault) in
      try FlagFigure.percent(text, "--margin", Self.anyMargin, expected: "0 to 100 %")
    }
    freedom.margin = margin ?? freedom.margin
    freedom.sparesOne = spareOne
    freedom.costs = costs(&reader)
    try reader.finish()
    return freedom
  }

  private func costs(_ reader: inout FlagReader) -> Freedom.Costs {
    var costs = Freedom.Costs()
    costs.perKilovoltAmpere = reader.read(costPerKva) { text throws(LeverFault) in
      try FlagFigure.price(text, "--cost-per-kva")
    }
    costs.perKilovar = reader.read(costPerKvar) { text throws(LeverFault) in
      try FlagFigure.price(text, "--cost-per-kvar")
    }
    costs.perKilowattHour = reader.read(costPerKwh) { text throws(LeverFault) in
      try FlagFigure.price(text, "--cost-per-kwh")
    }
    return costs
  }

  private static let leastLoading = Rate(units: Rate.one.units / 100)
  private static let anyGrowth = Rate.zero...Rate(10)
  private static let anyMargin = Rate.zero...Rate.one
}
