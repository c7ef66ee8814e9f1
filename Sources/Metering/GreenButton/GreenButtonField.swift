import Documents

/// The elements of a feed that are read; everything else is passed over.
enum GreenButtonField: UInt8, CaseIterable {
  case feed = 1
  case entry
  case link
  case usagePoint
  case serviceCategory
  case meterReading
  case readingType
  case localTimeParameters
  case intervalBlock
  case interval
  case intervalReading
  case readingQuality
  case timePeriod
  case summary
  case customer
  case duration
  case start
  case value
  case quality
  case kind
  case accumulationBehaviour
  case commodity
  case dataQualifier
  case defaultQuality
  case flowDirection
  case intervalLength
  case powerOfTenMultiplier
  case uom
  case dstStartRule
  case dstEndRule
  case dstOffset
  case tzOffset

  static let atom = "http://www.w3.org/2005/Atom"
  static let espi = "http://naesb.org/espi"
  static let customerData = "http://naesb.org/espi/customer"

  /// What a stream is to look out for.
  static let all: [MarkupField] = allCases.flatMap { field in
    field.names.map { name in
      MarkupField(name, in: field.namespace, code: field.rawValue, wanted: field.wanted)
    }
  }

  private var namespace: String {
    switch self {
    case .feed, .entry, .link: return Self.atom
    case .customer: return Self.customerData
    default: return Self.espi
    }
  }

  private var names: [String] {
    switch self {
    case .usagePoint: return ["UsagePoint"]
    case .serviceCategory: return ["ServiceCategory"]
    case .meterReading: return ["MeterReading"]
    case .readingType: return ["ReadingType"]
    case .localTimeParameters: return ["LocalTimeParameters"]
    case .intervalBlock: return ["IntervalBlock"]
    case .intervalReading: return ["IntervalReading"]
    case .readingQuality: return ["ReadingQuality"]
    case .summary: return ["UsageSummary", "ElectricPowerUsageSummary"]
    case .customer: return ["Customer", "CustomerAccount", "CustomerAgreement", "ServiceLocation"]
    default: return ["\(self)"]
    }
  }

  private var wanted: MarkupField.Wanted {
    switch self {
    case .link, .summary, .customer, .meterReading: return .start
    case .feed, .entry, .usagePoint, .readingType, .localTimeParameters, .intervalBlock,
      .intervalReading:
      return [.start, .end]
    case .serviceCategory, .interval, .readingQuality, .timePeriod: return []
    default: return .text
    }
  }
}
