import Documents
import Metering
import TestSupport

/// Sound files of every format, to be broken.
public enum FuzzSeed {
  /// A way into the readers.
  public enum Kind: String, CaseIterable, Sendable {
    case wide, long, rows, dial, nem12, workbook
    /// Entries and links of a feed.
    case greenButton = "green-button"
    /// The rows of a sheet, which a slip in a whole workbook does not get to: its checksums stop it.
    case sheet
  }

  /// Files of a kind.
  public static func seeds(of kind: Kind) -> [[UInt8]] {
    switch kind {
    case .wide: return [wide(24), wide(48)]
    case .long: return [long("timestamp,kwh,kvarh"), long("account,timestamp,kw")]
    case .rows: return [offsets, long("timestamp,kwh"), hours]
    case .dial: return [dial]
    case .greenButton: return [greenButton(multiplier: 0), greenButton(multiplier: 3)]
    case .nem12: return [nem12("kWh"), nem12("Wh")]
    case .workbook: return [TestWorkbook([TestWorkbook.Sheet("Load", rows)]).file()]
    case .sheet: return [Array(TestWorkbook.data(rows).utf8)]
    }
  }

  private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func wide(_ count: Int) -> [UInt8] {
    var text = "account,date,quantity"
    for slot in 1...count { text += ",p\(slot)" }
    text += "\n"
    for day in 1...2 {
      for quantity in ["kW", "kvar"] {
        text += "A,2024-01-0\(day),\(quantity)"
        for slot in 1...count { text += ",\(slot * day).25" }
        text += "\n"
      }
    }
    return Array(text.utf8)
  }

  private static func long(_ heading: String) -> [UInt8] {
    var text = heading + "\n"
    let columns = heading.split(separator: ",")
    for slot in 0..<48 {
      text +=
        columns.map { column in
          switch column {
          case "account": return "A"
          case "timestamp": return "2024-03-0\(1 + slot / 24) \(pad(slot % 24)):00"
          default: return "\(slot).5"
          }
        }.joined(separator: ",") + "\n"
    }
    return Array(text.utf8)
  }

  private static let offsets: [UInt8] = {
    var text = "start,kwh\n"
    for hour in 0..<24 { text += "2024-11-03T\(pad(hour)):00:00-04:00,\(hour)\n" }
    return Array(text.utf8)
  }()

  private static let hours: [UInt8] = {
    var text = "date,hour,kwh\n"
    for hour in 0...23 { text += "2024-06-03,\(hour),\(hour)\n" }
    return Array(text.utf8)
  }()

  private static let dial: [UInt8] = {
    var text = "timestamp,register_kWh\n"
    for hour in 0..<25 {
      text += "2024-01-0\(1 + hour / 24) \(pad(hour % 24)):00,\(999_980 + hour)\n"
    }
    return Array(text.utf8)
  }()

  private static func greenButton(multiplier: Int) -> [UInt8] {
    func entry(_ path: String, _ links: [(String, String)], _ content: String) -> String {
      "<entry><link rel=\"self\" href=\"\(path)\"/>"
        + links.map { "<link rel=\"\($0.0)\" href=\"\($0.1)\"/>" }.joined()
        + "<content>\(content)</content></entry>\n"
    }
    let point = "User/1/UsagePoint/7"
    let reading = point + "/MeterReading/1"
    var text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
      + "xmlns:e=\"http://naesb.org/espi\">\n"
    text += entry(
      point, [("related", point + "/MeterReading")],
      "<e:UsagePoint><e:ServiceCategory><e:kind>0</e:kind></e:ServiceCategory></e:UsagePoint>")
    text += entry(
      reading, [("related", reading + "/IntervalBlock"), ("related", "ReadingType/1")],
      "<e:MeterReading/>")
    text += entry(
      "ReadingType/1", [],
      "<e:ReadingType><e:accumulationBehaviour>4</e:accumulationBehaviour><e:flowDirection>1"
        + "</e:flowDirection><e:intervalLength>3600</e:intervalLength><e:powerOfTenMultiplier>"
        + "\(multiplier)</e:powerOfTenMultiplier><e:uom>72</e:uom></e:ReadingType>")
    for day in 0..<2 {
      var block = "<e:IntervalBlock>"
      for hour in 0..<24 {
        block +=
          "<e:IntervalReading><e:timePeriod><e:duration>3600</e:duration><e:start>"
          + "\(1_704_067_200 + (day * 24 + hour) * 3600)</e:start></e:timePeriod><e:value>"
          + "\(100 + hour)</e:value></e:IntervalReading>"
      }
      text += entry(
        reading + "/IntervalBlock/\(day)", [("up", reading + "/IntervalBlock")],
        block + "</e:IntervalBlock>")
    }
    return Array((text + "</feed>\n").utf8)
  }

  private static func nem12(_ unit: String) -> [UInt8] {
    var text = "100,NEM12,202401010000,A,B\n"
    for register in ["E1", "Q1"] {
      let uom = register == "E1" ? unit : "kvarh"
      text += "200,NMI1234567,E1Q1,\(register),\(register),N,1,\(uom),30,\n"
      for day in 1...2 {
        text += "300,2024010\(day)," + (0..<48).map { "\($0).25" }.joined(separator: ",")
        text += ",A,,,20240201000000,\n"
      }
    }
    return Array((text + "900\n").utf8)
  }

  private static let rows: [[TestWorkbook.Cell]] = {
    var rows: [[TestWorkbook.Cell]] = [["timestamp", "kwh"]]
    for hour in 0..<24 {
      rows.append([.styled(1, "\(45292 + Double(hour) / 24)"), .number("\(hour).5")])
    }
    return rows
  }()
}
