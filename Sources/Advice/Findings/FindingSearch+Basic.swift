import Billing
import Quantities
import Tariffs
import Use

extension FindingSearch {
  /// Transformer load above which a unit is run harder than planned for.
  private static let loadingLimit = Rate(units: 800_000_000_000)
  /// Transformer load below which a unit is plainly too large.
  private static let lowLoading = Rate(units: 400_000_000_000)

  var basicFindings: [Finding] {
    floorFindings + transformerFindings + methodFindings + contractFindings
  }

  private var floorFindings: [Finding] {
    var months: [Month] = []
    var unused = Money.zero
    var lastFloor = Power.zero
    var highest = Power.zero
    for bill in bills {
      guard let line = bill.lines.first(where: { $0.charge == "basic" }),
        case .quantity(_, .kW, let price) = line.product
      else { continue }
      for case .capacityFloor(_, _, let floor) in line.working {
        guard let demand = bill.determinants.maximumDemand?.power, let billed = bill.billedDemand,
          demand < floor, billed == floor
        else { continue }
        months.append(bill.month)
        lastFloor = floor
        highest = max(highest, demand)
        unused += (floor - demand).quantity.times(price)
      }
    }
    guard !months.isEmpty else { return [] }
    return [
      Finding(
        code: .floorBinds, severity: .saving,
        evidence: [
          .init("months", .months(months)), .init("floor_kw", .power(lastFloor)),
          .init("max_demand_kw", .power(highest)),
          .init("paid_for_unused_demand", .money(unused)),
        ])
    ]
  }

  private var transformerFindings: [Finding] {
    guard let ratio = indicators.loadRatio, let capacity = indicators.capacity,
      let demand = indicators.maximumDemand
    else { return [] }
    let evidence: [Finding.Evidence] = [
      .init("capacity_kva", .power(capacity)), .init("max_demand_kw", .power(demand)),
      .init("load_ratio", .rate(ratio)),
    ]
    if ratio > .one {
      return [Finding(code: .demandExceedsCapacity, severity: .error, evidence: evidence)]
    }
    if ratio > Self.loadingLimit {
      return [Finding(code: .undersizedTransformer, severity: .warning, evidence: evidence)]
    }
    guard ratio < Self.lowLoading else { return [] }
    let smaller = bestSaving { if case .transformers = $0 { return true } else { return false } }
    return [
      Finding(
        code: .oversizedTransformer, severity: smaller == nil ? .info : .saving,
        evidence: evidence
          + (smaller.map {
            [.init("transformers_kva", .word($0.to)), .init("saving", .money($0.saving))]
          } ?? []))
    ]
  }

  private var methodFindings: [Finding] {
    guard
      let better = bestSaving({ if case .basicCharge = $0 { return true } else { return false } }),
      let method = bills.last?.method
    else { return [] }
    return [
      Finding(
        code: .methodNotCheapest, severity: .saving,
        evidence: [
          .init("method", .word(method.rawValue)), .init("cheapest_method", .word(better.to)),
          .init("saving", .money(better.saving)),
        ])
    ]
  }

  private var contractFindings: [Finding] {
    guard let contract = subject.account.contractDemand, bills.last?.method == .contractDemand
    else { return [] }
    var findings: [Finding] = []
    let exceeded = bills.filter { bill in
      bill.lines.contains { line in
        line.working.contains { if case .excess = $0 { return true } else { return false } }
      }
    }
    if !exceeded.isEmpty {
      let beyond = exceeded.compactMap(\.determinants.maximumDemand?.power).max() ?? .zero
      findings.append(
        Finding(
          code: .contractTooLow, severity: .saving,
          evidence: [
            .init("months", .months(exceeded.map(\.month))),
            .init("contract_demand_kw", .power(contract)),
            .init("max_demand_kw", .power(beyond)),
          ]))
    }
    if let demand = indicators.maximumDemand, exceeded.isEmpty, demand < contract,
      let floor = contractFloor, contract > floor
    {
      findings.append(
        Finding(
          code: .contractTooHigh, severity: .saving,
          evidence: [
            .init("contract_demand_kw", .power(contract)), .init("max_demand_kw", .power(demand)),
            .init("floor_kw", .power(floor)),
          ]))
    }
    return findings
  }

  private var contractFloor: Power? {
    guard let month = bills.last?.month, let capacity = indicators.capacity else { return nil }
    let rule = subject.version(in: month)?.basicCharge?.method(.contractDemand)?.basis.demandRule
    return rule?.capacityShare.map { capacity.times($0) } ?? .zero
  }
}
