import Documents
import Quantities

/// Reads a rate of the US Utility Rate Database, and refuses what it does not know.
struct URDBReader {

  let source: SourceText
  let request: URDBRequest
  var findings = DiagnosticCollector()

  /// The members of the rate by the key that is meant, but those to be left out.
  private(set) var members: [String: JSONCursor] = [:]

  init(_ source: SourceText, _ request: URDBRequest) {
    self.source = source
    self.request = request
  }

  /// The rate.
  ///
  /// - Throws: All that keeps it from being carried.
  mutating func read() throws(DiagnosticsError) -> URDBRate {
    let document = JSONCursor(try JSONText.parse(source))
    do throws(JSONPathError) {
      collect(try rate(in: document))
    } catch {
      throw error.error(in: source)
    }
    let rate = readRate()
    try findings.throwIfErrors()
    guard let rate else {
      preconditionFailure("a rate that could not be read was not reported")
    }
    return rate
  }

  /// The rate in an answer of the database, or the document where it is the rate itself.
  private func rate(
    in document: JSONCursor
  ) throws(JSONPathError) -> [(key: String, value: JSONCursor)] {
    guard let items = try document.optional("items") else { return try document.members() }
    let rates = try items.elements()
    guard let rate = rates.first, rates.count == 1 else {
      throw items.refusal("holds \(rates.count) rates; one is expected")
    }
    return try rate.members()
  }

  /// Sorts the members: what makes a bill, what does not, and what is not known.
  private mutating func collect(_ all: [(key: String, value: JSONCursor)]) {
    let without = Set(request.without.map(URDBKeys.canonical))
    var seen: Set<String> = []
    for (key, value) in all {
      let meant = URDBKeys.canonical(key)
      if !seen.insert(meant).inserted, URDBKeys.billed.contains(meant) {
        report(value, "is there a second time, in another spelling")
        continue
      }
      if without.contains(meant) || URDBKeys.descriptive.contains(meant) || value.node == .null {
        continue
      }
      if let reason = URDBKeys.refused[meant] {
        if !isNothing(value) { refuse(value, key: meant, reason) }
      } else if URDBKeys.billed.contains(meant) {
        members[meant] = value
      } else {
        report(
          value, "is not known, so that nobody can say what it does to a bill", code: "urdb-key",
          hint: Suggestion.hint(for: meant, in: URDBKeys.all) ?? Self.leaveOut(key))
      }
    }
    for key in request.without where key != "sell" && !seen.contains(URDBKeys.canonical(key)) {
      findings.add(
        Diagnostic(
          file: source.file, code: "urdb-key",
          message: "\(Printable.quote(key)) is to be left out, but the rate has no such key",
          hint: Suggestion.hint(for: key, in: seen.sorted())))
    }
  }

  private mutating func readRate() -> URDBRate? {
    let inForce = readDates()
    let labels = strings("energytoulabels")
    let energy = readPeriods("energy", labels: labels)
    if members["energyratestructure"] == nil {
      missing("energyratestructure", "the prices of energy")
    }
    let unit = readTierUnit(energy)
    let demand = readPeriods("demand", labels: strings("demandtoulabels"))
    let flat = readFlatDemand()
    let demandUnit = readDemandUnit()
    let lookback = readLookback()
    let reactive = readReactive()
    let fuel = readFuel()
    let export = readExport(energy)
    let fixed = readFixed()
    let minimum = readMinimum()
    let minutes = readDemandWindow()
    guard let inForce, let energy, let unit else { return nil }
    var rate = URDBRate(inForce: inForce, energy: energy, tierUnit: unit)
    rate.fuel = fuel
    rate.export = export
    rate.reactive = reactive
    rate.label = string("label")
    rate.uri = string("uri")
    rate.utility = string("utility")
    rate.name = string("name")
    rate.document = string("source")
    rate.fixed = fixed
    rate.demand = demand.flatMap { $0.isCharged ? $0 : nil }
    rate.flatDemand = flat
    rate.demandUnit = demandUnit
    rate.demandMinutes = minutes
    rate.lookback = lookback
    rate.minimum = minimum
    rate.leftOut = request.without
    return rate
  }

  static func leaveOut(_ key: String) -> Message {
    "--without \(key) leaves it out, and says so in the tariff"
  }
}

extension URDBReader {

  /// Keeps a fault of a value; `words` are a sentence without its subject.
  mutating func report(
    _ value: JSONCursor, _ words: Message, code: String = "urdb-value",
    severity: DiagnosticSeverity = .error, hint: Message? = nil
  ) {
    findings.add(
      Diagnostic(
        at: JSONText.range(of: value.path, in: source), in: source, code: code,
        severity: severity, message: "\(value.path) \(words)", hint: hint))
  }

  /// Keeps a fault that reading a value ended with.
  mutating func report(_ error: JSONPathError) { findings.add(error.error(in: source).diagnostics) }

  /// Keeps that a key cannot be carried.
  mutating func refuse(_ value: JSONCursor, key: String, _ reason: Message) {
    report(value, "cannot be carried: it \(reason)", code: "urdb-key", hint: URDBKeys.hint(key))
  }

  mutating func missing(_ key: String, _ what: Message) {
    findings.add(
      Diagnostic(
        file: source.file, code: "urdb-value",
        message: "the rate has no \(Printable.quote(key)), \(what)"))
  }

  /// Whether a value charges nothing: zero, false, an empty text, or such values only.
  func isNothing(_ value: JSONCursor) -> Bool { Self.isNothing(value.node) }

  private static func isNothing(_ node: JSONNode) -> Bool {
    switch node {
    case .null: true
    case .bool(let value): !value
    case .string(let text): text.isEmpty
    case .number(let text): !text.prefix { $0 != "e" && $0 != "E" }.contains { "1"..."9" ~= $0 }
    case .array(let values): values.allSatisfy(isNothing)
    // A unit beside a price of nothing is nothing too.
    case .object(let members):
      members.allSatisfy { $0.key == "unit" || isNothing($0.value) }
    }
  }

  /// A text; nothing where it is absent or empty.
  mutating func string(_ key: String) -> String? {
    guard let value = members[key] else { return nil }
    do throws(JSONPathError) {
      let text = Printable.text(try value.string()).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      return text.isEmpty ? nil : text
    } catch {
      report(error)
      return nil
    }
  }

  private mutating func strings(_ key: String) -> [String] {
    guard let value = members[key] else { return [] }
    do throws(JSONPathError) {
      var texts: [String] = []
      for element in try value.elements() { texts.append(try element.string()) }
      return texts
    } catch {
      report(error)
      return []
    }
  }

  /// The elements of an array; nothing, and a report, where it is none.
  mutating func elements(_ value: JSONCursor) -> [JSONCursor]? {
    do throws(JSONPathError) {
      return try value.elements()
    } catch {
      report(error)
      return nil
    }
  }

  /// A number on one of our scales; what is rounded is told of.
  mutating func number<Value: FixedPoint>(
    _ value: JSONCursor, as type: Value.Type = Value.self
  ) -> URDBNumber<Value>? {
    do throws(JSONPathError) {
      let text = try value.numberText()
      let number = URDBNumber<Value>(text)
      if case .kept(let kept, isRounded: true) = number {
        report(
          value, "is \(text), which is rounded to \(kept)", code: "urdb-rounded",
          severity: .warning)
      }
      return number
    } catch {
      report(error)
      return nil
    }
  }

  /// A price; nothing, and a report, where it is none.
  mutating func price(_ value: JSONCursor) -> Price? {
    switch number(value, as: Price.self) {
    case .kept(let price, _)?: return price
    case .beyond?:
      report(value, "is larger than any price on a bill")
      return nil
    case nil: return nil
    }
  }

  /// A whole number in a range; nothing, and a report, where it is none.
  mutating func whole(_ value: JSONCursor, in range: ClosedRange<Int>) -> Int? {
    guard let number = number(value, as: Quantity.self) else { return nil }
    if case .kept(let kept, _) = number, let found = range.first(where: { Quantity($0) == kept }) {
      return found
    }
    report(value, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }
}
