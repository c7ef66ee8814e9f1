import Quantities

/// The numbers by which the collection system names the curves of a day (数据类型).
enum DataTypeCode {
  /// The curve of a code that is read.
  static func quantity(of text: String) -> LoadQuantity? {
    switch text {
    case "1": return LoadQuantity(channel: .active, unit: .kilowatt)
    case "5": return LoadQuantity(channel: .reactive, unit: .kilowatt)
    default: return nil
    }
  }

  /// What a code means that is not read.
  static func refusal(of text: String) -> Message? {
    switch text {
    case "2", "3", "4": return "the active power of phase \(phase(text)) alone"
    case "6", "7", "8": return "the reactive power of phase \(phase(text)) alone"
    default: return nil
    }
  }

  private static func phase(_ text: String) -> String {
    switch text {
    case "2", "6": return "A"
    case "3", "7": return "B"
    default: return "C"
    }
  }
}
