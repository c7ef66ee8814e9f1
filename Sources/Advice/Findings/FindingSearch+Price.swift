import Billing
import Quantities
import Tariffs
import Use

extension FindingSearch {
  var priceFindings: [Finding] { standardFindings + singlePartFindings + sourceFindings }

  /// A power-factor standard that was set and is not the one of the rule by capacity and voltage
  /// (〔83〕水电财字215号).
  private var standardFindings: [Finding] {
    let present: PowerFactorStandard?
    switch subject.account.powerFactorStandard {
    case .byRule: return []
    case .set(let standard): present = standard
    case .none: present = nil
    }
    guard let last = bills.last, let version = subject.version(in: last.month),
      version.powerFactorCharge?.standards.isEmpty == false,
      let ruled = rebilled({ $0.account.powerFactorStandard = .byRule })
    else { return [] }
    let byRule = ruled.bills.last?.lines.compactMap(\.standard).first
    guard byRule != present else { return [] }
    let cost = bill.total - ruled.total
    return [
      Finding(
        code: .wrongPowerFactorStandard, severity: cost > .zero ? .saving : .warning,
        evidence: [
          .init("standard", .word(present?.rawValue ?? "none")),
          .init("standard_by_rule", .word(byRule?.rawValue ?? "none")),
          .init("capacity_kva", .power(indicators.capacity ?? .zero)),
          .init("cost", .money(cost)),
        ])
    ]
  }

  private var singlePartFindings: [Finding] {
    guard
      let single = bestSaving({ if case .singlePart = $0 { return true } else { return false } }),
      case .choiceOfTariff(let capacity) = single.feasibility
    else { return [] }
    return [
      Finding(
        code: .singlePartCheaper, severity: .saving,
        evidence: [
          .init("tariff", .word(single.to.text)), .init("capacity_kva", .power(capacity)),
          .init("saving", .money(single.saving)),
        ])
    ]
  }

  /// Energy at 1.5 times the purchase price (发改办价格〔2021〕809号), beside the plain price.
  private var sourceFindings: [Finding] {
    guard subject.account.energySource == .agentOneAndAHalf,
      let plain = rebilled({ $0.account.energySource = .agent }), bill.total > plain.total
    else { return [] }
    let cost = bill.total - plain.total
    return [
      Finding(
        code: .agentOneAndAHalf, severity: .saving,
        evidence: [
          .init("cost", .money(cost)),
          .init("cost_per_kwh", .price(cost.per(indicators.energy.quantity) ?? .zero)),
        ])
    ]
  }

  var peerFindings: [Finding] {
    guard let peers else { return [] }
    let price = indicators.averagePrice
    let share = indicators.basicShare
    return peers.codes(price: price, basicShare: share).map { code in
      guard code == .priceAbovePeers else {
        return Finding(
          code: code, severity: .info,
          evidence: [
            .init("basic_share", .rate(share ?? .zero)),
            .init("peer_basic_share", .rate(peers.medianBasicShare)),
          ])
      }
      let deviation = price.flatMap { Rate($0, over: peers.medianPrice) } ?? .one
      return Finding(
        code: code, severity: .info,
        evidence: [
          .init("average_price", .price(price ?? .zero)),
          .init("peer_median", .price(peers.medianPrice)),
          .init("price_deviation", .rate(deviation - .one)),
        ])
    }
  }
}
