import Quantities
import Tariffs
import Use

/// A bill worked by hand, against which the program is held.
package struct WorkedCase: Sendable, Hashable {

  /// The tariff's id.
  package let tariff: String

  /// What the bill is, and where it comes from.
  package let about: String

  /// The account; its id is the name of the file.
  package let account: Account

  /// The months, in order of time.
  package let months: [Month]

  /// What others published about it.
  package let published: [PublishedFigure]

  /// Where the case stands.
  package let file: String

  package init(
    tariff: String, about: String, account: Account, months: [Month],
    published: [PublishedFigure], file: String
  ) {
    self.tariff = tariff
    self.about = about
    self.account = account
    self.months = months
    self.published = published
    self.file = file
  }

  /// One month: what was metered, and what the bill is to say.
  package struct Month: Sendable, Hashable {

    /// What was metered.
    package let reading: MonthlyReading

    /// The lines of the bill, in its order.
    package let lines: [Line]

    /// The sum of the lines.
    package let total: Money

    /// Where the total stands.
    package let totalPlace: RuleReference

    package init(reading: MonthlyReading, lines: [Line], total: Money, totalPlace: RuleReference) {
      self.reading = reading
      self.lines = lines
      self.total = total
      self.totalPlace = totalPlace
    }
  }

  /// One line of the bill.
  package struct Line: Sendable, Hashable {

    /// The charge, such as `energy/peak`.
    package let charge: String

    /// What is billed, where the case says.
    package let quantity: Quantity?

    /// Its price, where the case says.
    package let price: Price?

    /// The rounded amount.
    package let amount: Money

    /// The arithmetic, in words.
    package let working: String

    /// Where the line stands.
    package let place: RuleReference

    package init(
      charge: String, quantity: Quantity?, price: Price?, amount: Money, working: String,
      place: RuleReference
    ) {
      self.charge = charge
      self.quantity = quantity
      self.price = price
      self.amount = amount
      self.working = working
      self.place = place
    }
  }

  /// A figure that others printed.
  package struct PublishedFigure: Sendable, Hashable {

    /// What became of recomputing it.
    package enum Verdict: String, Sendable, Hashable, CaseIterable {
      /// It is what the rules give.
      case right
      /// It is off by rounding.
      case rounding
      /// It is wrong by arithmetic or by the rules.
      case wrong
      /// Nothing was published; the figure of the case is ours.
      case own
    }

    /// The charge it is about, or `total`.
    package let charge: String

    /// The figure; nothing where none was published.
    package let amount: Money?

    /// What became of recomputing it.
    package let verdict: Verdict

    /// What there is to say about it.
    package let remark: String

    /// Where it stands.
    package let place: RuleReference

    package init(
      charge: String, amount: Money?, verdict: Verdict, remark: String, place: RuleReference
    ) {
      self.charge = charge
      self.amount = amount
      self.verdict = verdict
      self.remark = remark
      self.place = place
    }
  }
}
