import Quantities
import Tariffs

extension TariffVersion {
  /// The version with funds counted in the power-factor base.
  var withFundsInPowerFactorBase: TariffVersion {
    copy(
      losses: losses,
      charges: charges.map { charge in
        switch charge.kind {
        case .energy(let energy):
          let components = energy.components.map { component in
            PriceComponent(
              name: component.name, price: component.price, floats: component.floats,
              isFund: component.isFund,
              inPowerFactorBase: component.isFund || component.inPowerFactorBase,
              classes: component.classes, multiples: component.multiples)
          }
          return Charge(
            name: charge.name,
            kind: .energy(
              EnergyCharge(
                billing: energy.billing, components: components, periods: energy.periods,
                tierBasis: energy.tierBasis, tierAllocation: energy.tierAllocation)),
            rule: charge.rule)
        case .powerFactor(let adjustment):
          return Charge(
            name: charge.name,
            kind: .powerFactor(
              PowerFactorCharge(
                tables: adjustment.tables, base: adjustment.base + [ChargeSelector("funds")],
                standards: adjustment.standards, counted: adjustment.counted)),
            rule: charge.rule)
        case .fixed, .basic, .demand, .reactive, .reserve, .export, .tax, .minimum: return charge
        }
      })
  }

  /// The version with other losses.
  func with(losses: LossRule?) -> TariffVersion { copy(losses: losses, charges: charges) }

  private func copy(losses: LossRule?, charges: [Charge]) -> TariffVersion {
    TariffVersion(
      inForce: inForce, eligibility: eligibility, timeOfUse: timeOfUse,
      demandWindows: demandWindows, demandIntervalSeconds: demandIntervalSeconds,
      rounding: rounding, terms: terms, losses: losses, charges: charges, rule: rule)
  }
}

extension LossRule {
  /// The rule with losses spread another way.
  func with(_ allocation: Allocation) -> LossRule {
    LossRule(
      hoursPerMonth: hoursPerMonth, copper: copper, reactiveCopper: reactiveCopper,
      lineLossBase: lineLossBase, allocation: allocation,
      countsInPowerFactor: countsInPowerFactor, rule: rule)
  }
}
