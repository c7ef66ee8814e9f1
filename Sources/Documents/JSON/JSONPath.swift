/// Where a value stands in a JSON document: `rows[3].total`.
package struct JSONPath: Sendable, Hashable, CustomStringConvertible {

  /// A step down.
  package enum Step: Sendable, Hashable {
    case key(String)

    /// Counted from 0.
    case index(Int)
  }

  package let steps: [Step]

  package init(_ steps: [Step] = []) { self.steps = steps }

  package func adding(_ step: Step) -> JSONPath { JSONPath(steps + [step]) }

  /// The path as messages show it; empty for the whole document.
  ///
  /// Keys that are no words stand in quotation marks: `prices["peak rate"]`.
  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key) where Self.isWord(key): text += text.isEmpty ? key : ".\(key)"
      case .key(let key): text += "[\(Printable.quote(key))]"
      }
    }
    return text
  }

  private static func isWord(_ key: String) -> Bool {
    !key.isEmpty
      && key.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-"
      }
  }
}
