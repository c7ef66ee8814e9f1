import Casework
import Metering

extension DossierStream.Item {
  /// Where the account's rows stand, in a few letters: a result is of use only while they still do.
  package var place: String {
    var hash = FNVHash()
    for run in rows { hash.add("\(run.file):\(run.rows.lowerBound)-\(run.rows.upperBound);".utf8) }
    return hash.text
  }
}
