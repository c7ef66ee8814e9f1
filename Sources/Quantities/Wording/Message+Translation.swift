extension Message {
  /// The sentence in the language of a catalogue.
  ///
  /// An entry of the catalogue has the places of the format in any order, and may leave some out;
  /// `{0*}` stands for a value that is looked up as well, such as a word that was chosen.
  ///
  /// - Parameter entry: The catalogue: the sentence's form in the language, by its format.
  /// - Returns: The sentence; in English where the catalogue does not know it.
  package func text(in entry: (String) -> String?) -> String {
    let format = format
    guard let form = entry(format) ?? (isWordless ? format : nil) else { return description }
    var result = ""
    var rest = form[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      var name = rest[rest.index(after: open)..<close]
      let isLookedUp = name.last == "*"
      if isLookedUp { name.removeLast() }
      if let place = Int(name), arguments.indices.contains(place) {
        switch arguments[place] {
        case .message(let message): result += message.text(in: entry)
        case .value(let text), .literal(let text), .ending(let text):
          result += isLookedUp ? entry(text) ?? text : text
        }
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// What stands in the places of the format.
  private var arguments: [Part] {
    parts.filter { part in
      switch part {
      case .value, .message: true
      case .literal, .ending: false
      }
    }
  }

  /// The formats of the sentence and of all that stands in it.
  package var formats: [String] {
    parts.reduce(into: isWordless ? [] : [format]) { formats, part in
      if case .message(let message) = part { formats += message.formats }
    }
  }
}
