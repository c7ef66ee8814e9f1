import Foundation
import Metering
import TestSupport

/// The page of the load-file codes, made of their summaries and recorded messages.
enum LoadErrorPage {
  static let path = TestPlaces.root.appendingPathComponent("docs/load-errors.md")

  private static let introduction = """
    # What is said of load files

    <!-- Written by the tests: RECORD=1 swift test --filter BrokenLoad -->

    Every code that reading interval data can give, with the message of an example. Each example is
    kept in `Tests/MeteringTests/Broken` or `Tests/CaseworkTests/Broken`, and the tests compare the
    messages. [load-files.md](load-files.md) says how load files are read.

    Findings `Q01` to `Q24` are about an account's values. An `error` keeps the account from being
    billed; with a `warning` or an `info` it is billed, and a person should look. The other codes are
    about a file as a whole, which is then not read.


    """

  static var text: String {
    var page = introduction
    page += "## Findings\n\n"
    for code in LoadFindingCode.allCases {
      let repair = code.repair.map { "\n\nRepair, only where it is asked for: `\($0)`." } ?? ""
      page += entry(code.rawValue, code.summary + repair)
    }
    page += "## Load files and `load/files.csv`\n\n"
    for code in LoadFaultCode.allCases { page += entry(code.rawValue, code.summary) }
    page += "## Files, archives, workbooks and XML\n\n"
    for code in SharedFaultCode.allCases { page += entry(code.rawValue, code.summary) }
    while page.hasSuffix("\n\n") { page.removeLast() }
    return page
  }

  private static func entry(_ code: String, _ words: String) -> String {
    "### \(code)\n\n\(words)\n\n```\n\(message(of: code))```\n\n"
  }

  /// The recorded message, wherever its broken file is.
  private static func message(of code: String) -> String {
    for folder in ["MeteringTests", "CaseworkTests"] {
      let url = TestPlaces.root.appendingPathComponent("Tests/\(folder)/Broken/\(code).expected")
      if let text = try? String(contentsOf: url, encoding: .utf8) { return text }
    }
    return ""
  }
}
