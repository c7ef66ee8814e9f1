/// The faults of tariff files, by the stable names under which they are reported.
package enum TariffFileCode: String, Sendable, Hashable, CaseIterable {

  // What a file is made of.
  case notATariffFile = "not-a-tariff-file"
  case wrongNamespace = "wrong-namespace"
  case unknownElement = "unknown-element"
  case missingElement = "missing-element"
  case repeatedElement = "repeated-element"
  case elementOrder = "element-order"
  case strayText = "stray-text"
  case unknownAttribute = "unknown-attribute"
  case missingAttribute = "missing-attribute"
  case conflictingAttributes = "conflicting-attributes"

  // Values.
  case number
  case date
  case month
  case hour
  case months
  case choice
  case name
  case unit
  case timeZone = "time-zone"
  case roundingStep = "rounding-step"
  case transformers
  case backwards

  // References.
  case duplicateName = "duplicate-name"
  case missingSource = "missing-source"
  case unknownSource = "unknown-source"
  case untraceableSource = "untraceable-source"
  case unknownTariff = "unknown-tariff"
  case unknownTables = "unknown-tables"
  case unknownRules = "unknown-rules"
  case unknownHoliday = "unknown-holiday"
  case unknownSeason = "unknown-season"
  case unknownCalendar = "unknown-calendar"
  case unknownPeriod = "unknown-period"
  case unknownCharge = "unknown-charge"
  case chargeOrder = "charge-order"
  case unknownTransformer = "unknown-transformer"
  case unknownMeter = "unknown-meter"

  // Rules that must fit together.
  case versionOverlap = "version-overlap"
  case versionGap = "version-gap"
  case eligibilityOverlap = "eligibility-overlap"
  case eligibilityGap = "eligibility-gap"
  case seasonOverlap = "season-overlap"
  case seasonGap = "season-gap"
  case dayOverlap = "day-overlap"
  case dayGap = "day-gap"
  case hoursOverlap = "hours-overlap"
  case hoursGap = "hours-gap"
  case periodOverlap = "period-overlap"
  case periodGap = "period-gap"
  case nothingFloats = "nothing-floats"
  case ownLineFloats = "own-line-floats"
  case componentsNeedRatios = "components-need-ratios"
  case missingPriceColumn = "missing-price-column"
  case tierLimits = "tier-limits"
  case misplacedRule = "misplaced-rule"
  case powerFactorOverlap = "power-factor-overlap"
  case powerFactorGap = "power-factor-gap"
  case missingStandard = "missing-standard"

  // Price pages.
  case unknownColumn = "unknown-column"
  case missingColumn = "missing-column"
  case cellCount = "cell-count"
  case blankCell = "blank-cell"
  case voltageTwice = "voltage-twice"
  case priceTotal = "price-total"
  case periodPrice = "period-price"
  case asPrintedCell = "as-printed-cell"
  case asPrintedNeedless = "as-printed-needless"
  case asPrintedFigure = "as-printed-figure"
  case pageArea = "page-area"
  case pageOverlap = "page-overlap"
  case pageGap = "page-gap"
  case pageDiffers = "page-differs"
  case noVersion = "no-version"
  case secondReader = "second-reader"

  // Worked cases.
  case noPricePage = "no-price-page"
  case eventOrder = "event-order"
  case lineProduct = "line-product"
  case totalSum = "total-sum"
}
