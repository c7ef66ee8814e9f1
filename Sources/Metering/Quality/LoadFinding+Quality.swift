extension LoadFinding {
  /// A finding about the values of a profile.
  package init(quality evidence: QualityEvidence, account: String, count: Int = 1) {
    self.init(.quality(evidence), account: account, count: count)
  }
}
