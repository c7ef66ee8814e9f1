import Advice
import Billing
import Quantities

/// The parts of an audit's report, in their order: where the money goes, when the load runs, what
/// each measure is worth, and what it rests on.
struct AuditExhibits {
  let report: AuditReport
  /// When the load runs; nothing without intervals.
  let picture: LoadPicture?

  init(report: AuditReport) {
    self.report = report
    picture = report.audit.load
  }

  var audit: Audit { report.audit }
  var currency: String { report.currency }
  var style: NumberStyle { .grouped }

  /// Every part there is something to say in.
  var all: [Exhibit] {
    money + load + measures + rest
  }

  /// Where the money goes.
  var money: [Exhibit] { [anatomy, price] }
  /// When the load runs.
  var load: [Exhibit] { carpet + [maxima] + periods }
  /// What each measure is worth.
  var measures: [Exhibit] { [waterfall] + transformers + contract }
  /// What stands out, what to file, and how good the data are.
  var rest: [Exhibit] { filings + intervals + claims + quality }

  /// An amount with its currency.
  func money(_ amount: Money, digits: Int = 2) -> String {
    "\(style.number(amount, digits: digits)) \(currency)"
  }

  /// A picture of an exhibit.
  func svg(_ drawing: Drawing, _ id: String, _ title: String, _ description: String) -> String {
    drawing.svg(id: "picture-\(id)", title: title, description: description)
  }
}
