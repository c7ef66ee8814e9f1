import Billing
import Quantities
import Tariffs
import Use

extension FindingSearch {
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
    let limit = RecommendationSearch.loadingLimit
    if ratio > limit {
      return [
        Finding(
          code: .undersizedTransformer, severity: .warning,
          evidence: evidence + [.init("loading_limit", .rate(limit))])
      ]
    }
    guard ratio < Self.lowLoading else { return [] }
    let smaller = bestSaving { if case .transformers = $0 { return true } else { return false } }
    return [
      Finding(
        code: .oversizedTransformer, severity: smaller == nil ? .info : .saving,
        evidence: evidence
          + (smaller.map {
            [.init("transformers_kva", .word($0.to.text)), .init("saving", .money($0.saving))]
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
          .init("method", .word(method.rawValue)), .init("cheapest_method", .word(better.to.text)),
          .init("saving", .money(better.saving)),
        ])
    ]
  }

  /// Only where another contract demand is cheaper: demand beyond the contract in one month may
  /// cost less than a contract that is paid for in all of them.
  private var contractFindings: [Finding] {
    let better = bestSaving { if case .contractDemand = $0 { return true } else { return false } }
    guard let better, case .contractDemand(.plan(.always(let best))) = better.lever,
      let declared = ContractSearch.declared(subject, bill), best != declared
    else { return [] }
    let exceeded = bills.filter { bill in
      bill.lines.contains { line in
        line.working.contains { if case .excess = $0 { return true } else { return false } }
      }
    }
    let demands = (best > declared ? exceeded : bills)
      .compactMap(\.determinants.maximumDemand?.power)
    var evidence: [Finding.Evidence] = [
      .init("contract_demand_kw", .power(declared)),
      .init("max_demand_kw", .power(demands.max() ?? .zero)),
      .init("best_contract_demand_kw", .power(best)), .init("saving", .money(better.saving)),
    ]
    if !exceeded.isEmpty { evidence.insert(.init("months", .months(exceeded.map(\.month))), at: 0) }
    return [
      Finding(
        code: best > declared ? .contractTooLow : .contractTooHigh, severity: .saving,
        evidence: evidence)
    ]
  }
}
