import Use

/// One account's interval data.
package struct LoadAccount: Sendable {
  /// The account, as the file or the caller names it.
  package let id: String
  /// Whole days from the first to the last; nothing where a finding is an error.
  package let profile: LoadProfile?
  /// What a person should know, errors first.
  package let findings: [LoadFinding]
  /// What each of its meters counts.
  package let channels: [ChannelSummary]

  package init(
    id: String, profile: LoadProfile?, findings: [LoadFinding], channels: [ChannelSummary]
  ) {
    self.id = id
    self.profile = profile
    self.findings = findings
    self.channels = channels
  }

  /// Whether rows further apart than the file's interval were seen where whole days are read.
  var hasMixedLengths: Bool {
    findings.contains { finding in
      if case .mixedLengths = finding.evidence { return true }
      return false
    }
  }
}
