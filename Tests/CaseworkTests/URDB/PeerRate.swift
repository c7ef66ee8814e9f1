import Documents
import Foundation
import Quantities
import TestSupport

@testable import TariffFiles

/// A rate of the reference bills, and what must be said beside it to convert it.
struct PeerRate: CustomStringConvertible {

  /// Where the rates and bills are.
  static let folder = "golden"

  let id: String
  let loads: [String]
  var description: String { id }

  /// The rates; none where the reference data are absent.
  static let all: [PeerRate] = {
    guard TestPlaces.hasShared(folder),
      let data = FileManager.default.contents(
        atPath: TestPlaces.sharedPath("\(folder)/index.json")),
      let index = try? JSONDecoder().decode(Index.self, from: data)
    else {
      print("no reference bills: tests on them are skipped (set TARIFFWISE_SHARED)")
      return []
    }
    return index.rates.map { PeerRate(id: $0.id, loads: $0.loads) }
  }()

  private struct Index: Decodable {
    struct Rate: Decodable {
      let id: String
      let loads: [String]
    }
    let rates: [Rate]
  }

  /// Keys the peer passes over, which we carry only when told to leave them out.
  static let passedOver: [(rate: String, key: String, why: String)] = [
    ("u-wallf", "demandratchetpercentage", "the peer applies no ratchet of version 7"),
    ("u-866d36", "coincidentratestructure", "no coincident demand in the peer"),
    ("u-2be698", "sell", "no load here feeds energy in"),
    ("u-b740b5", "sell", "no load here feeds energy in"),
  ]

  /// The price of a kvar of each rate that has one, which the peer drops. [USD/kvar]
  static let reactivePrices: [(rate: String, price: Double)] = [
    ("u-065da6", 0.25), ("u-33c737", 0.141), ("u-3ad12c", 0.52), ("u-472e23", 0.52),
    ("u-8048e1", 0.52), ("u-e6ad72", 0.66), ("u-lipsl", 0.41), ("u-wallf", 2.7),
  ]

  /// The rate's price of a kvar.
  var reactivePrice: Double? { Self.reactivePrices.first { id.hasPrefix($0.rate) }?.price }

  /// The rate alone, digit for digit as it stands in the reference file.
  func source() throws -> SourceText {
    let path = TestPlaces.sharedPath("\(Self.folder)/rates/\(id).json")
    let file = try SourceText.read(path)
    let range = JSONText.range(of: JSONPath([.key("urdb")]), in: file)
    return SourceText(
      file: "\(id).json", validUTF8: Array(file.utf8[range.lowerBound..<range.upperBound]),
      encoding: .utf8)
  }

  /// The request under which the rate holds in 2018, whose days are those of the peer's year.
  func request() throws -> URDBRequest {
    var request = URDBRequest()
    request.id = id
    request.timeZone = "UTC"
    request.from = CalendarDate(iso: "2018-01-01")
    request.without = Self.passedOver.filter { id.hasPrefix($0.rate) }.map(\.key)
    if try JSONCursor(JSONText.parse(source())).optional("enddate") != nil {
      request.without.append("enddate")
    }
    return request
  }
}
