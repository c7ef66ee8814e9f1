import Documents
import Quantities

extension ElementReader {

  /// Whether an attribute is there, right or wrong.
  func has(_ attribute: String) -> Bool { element.attribute(named: attribute) != nil }

  /// The value of an attribute that may be left out.
  ///
  /// - Returns: Nothing where it is left out, and where it is wrong and was reported.
  func optional<Value>(_ attribute: String, _ form: ValueForm<Value>) -> Value? {
    guard let found = element.attribute(named: attribute) else { return nil }
    do throws(ValueRefusal) {
      if found.value.allSatisfy(\.isWhitespace) {
        throw ValueRefusal(
          code: .missingAttribute,
          message: "\(Printable.quote(attribute)) is empty; \(form.expected) is expected")
      }
      return try form.read(found.value)
    } catch {
      report(error.code, at: attribute, error.message, hint: error.hint)
      return nil
    }
  }

  /// The value of an attribute that must be there.
  func required<Value>(_ attribute: String, _ form: ValueForm<Value>) -> Value? {
    guard has(attribute) else {
      report(
        .missingAttribute,
        "\(title) has no \(Printable.quote(attribute)); \(form.expected) is expected",
        hint: misspelling(of: attribute))
      return nil
    }
    return optional(attribute, form)
  }

  /// The attribute that is there instead of a missing one, if its name is nearly the same.
  private func misspelling(of attribute: String) -> Message? {
    let near = Suggestion.nearest(to: attribute, in: element.attributes.map(\.name))
    return near.map { "\(Printable.quote($0)) stands there; write \(Printable.quote(attribute))" }
  }

  /// Exactly one of several attributes, by its name.
  ///
  /// - Returns: Nothing where there is none or more than one, which was reported.
  func exactlyOne(of attributes: [String]) -> String? {
    let there = attributes.filter(has)
    let names = attributes.map { Printable.quote($0) }
    switch there.count {
    case 1:
      return there[0]
    case 0:
      report(
        .missingAttribute,
        "\(title) has no \(Printable.alternatives(names)); one of them is expected"
      )
    default:
      let both = Printable.alternatives(there.map { Printable.quote($0) }, conjunction: "and")
      report(
        .conflictingAttributes, at: there[1],
        "\(title) has \(both), which exclude each other; one of them is expected")
    }
    return nil
  }

  /// Reports attributes and children the element does not take, and text where none is read.
  func expect(attributes: [String], children: [String] = [], text: Bool = false) {
    for attribute in element.attributes where attribute.namespace.isEmpty {
      guard !attributes.contains(attribute.name) else { continue }
      let missing = attributes.filter { !has($0) }
      let known =
        attributes.isEmpty
        ? "it takes no attributes"
        : "\(Printable.alternatives(attributes, conjunction: "and")) are known"
      findings.report(
        .unknownAttribute, at: attribute.nameRange,
        "\(title) does not take \(Printable.quote(attribute.name)); \(known)",
        hint: Suggestion.hint(for: attribute.name, in: missing))
    }
    for child in element.elements {
      if child.namespace != element.namespace {
        findings.report(
          .wrongNamespace, at: child.nameRange,
          """
          <\(child.name)> is marked xmlns=\(Printable.quote(child.namespace)), but all of the \
          file belongs to \(Printable.quote(element.namespace))
          """,
          hint: "leave xmlns out except at the first element")
      } else if !children.contains(child.name) {
        let near = Suggestion.nearest(to: child.name, in: children)
        findings.report(
          .unknownElement, at: child.nameRange,
          children.isEmpty
            ? "<\(child.name)> does not belong in \(title); nothing stands in it"
            : """
            <\(child.name)> does not belong in \(title); \
            \(Printable.alternatives(children.map { "<\($0)>" })) is expected
            """,
          hint: near.map { "did you mean <\($0)>?" })
      }
    }
    if !text, let word = words.first {
      findings.report(
        .strayText, at: word.range,
        "\(Printable.quote(word.text)) stands in \(title), where no text is read",
        hint: "remarks for people are written <!-- … -->")
    }
  }
}
