import Quantities

extension BillingDeterminants {
  /// Leaves a figure out, since only part of the month tells it.
  package mutating func withhold(_ figure: WithheldFigure) {
    withheld.append(figure)
    leaveOutWithheld()
  }

  /// Leaves out what is withheld, whatever else told it.
  package mutating func leaveOutWithheld() {
    for figure in withheld {
      switch figure {
      case .demand:
        maximumDemand = nil
        slidingDemand = nil
        maximumApparent = nil
        maximumReactive = nil
        windowDemand = [:]
        windowApparent = [:]
        windowReactive = [:]
      case .reactive:
        reactiveForward = nil
        reactiveReverse = nil
        maximumApparent = nil
        maximumReactive = nil
        windowApparent = [:]
        windowReactive = [:]
      }
    }
  }
}
