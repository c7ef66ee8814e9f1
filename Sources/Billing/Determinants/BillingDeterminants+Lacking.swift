import Use

extension BillingDeterminants {
  /// Why a figure is not there.
  func lacking(_ field: BillingProblem.UseField, charge: String) -> BillingProblem {
    for figure in withheld {
      switch (figure, field) {
      case (.demand, .maximumDemand), (.demand, .maximumApparent), (.demand, .maximumReactive),
        (.reactive, .reactive), (.reactive, .maximumApparent), (.reactive, .maximumReactive):
        return .withheldUse(figure, charge: charge, month: month)
      default: continue
      }
    }
    return .missingUse(field, charge: charge, month: month)
  }
}
