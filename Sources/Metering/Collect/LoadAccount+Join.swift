import Quantities
import Use

extension LoadAccount {
  /// An account whose files are of several formats.
  package func joined(with other: LoadAccount) -> LoadAccount {
    var findings = self.findings + other.findings
    var joined: LoadProfile?
    if let profile, let more = other.profile {
      do throws(LoadProfile.JoinProblem) {
        joined = try profile.joined(with: more)
      } catch {
        let evidence: SeriesEvidence
        switch error {
        case .intervals:
          evidence = .filesDiffer(
            seconds: profile.intervalSeconds, otherSeconds: more.intervalSeconds)
        case .contradiction(let start): evidence = .contradictoryFiles(at: start)
        }
        findings.append(LoadFinding(.series(evidence), account: id, subject: "account \(id)"))
      }
    }
    findings.sort { $0.severity < $1.severity }
    return LoadAccount(
      id: id, profile: joined, findings: findings, channels: channels + other.channels)
  }
}
