import Metering
import TestSupport

extension FuzzSeed.Kind {
  /// Bytes of this kind as a file to read.
  func file(_ bytes: [UInt8]) -> LoadFile {
    LoadFile(name: fileName, bytes: contents(bytes), options: options, zone: zone)
  }

  private func contents(_ bytes: [UInt8]) -> [UInt8] {
    guard self == .sheet else { return bytes }
    let data = String(decoding: bytes, as: UTF8.self)
    return TestWorkbook([TestWorkbook.Sheet("Load", data: data)]).file()
  }

  private var fileName: String {
    switch self {
    case .wide, .long, .rows, .dial, .nem12: "load.csv"
    case .greenButton: "load.xml"
    case .workbook, .sheet: "load.xlsx"
    }
  }

  private var options: LoadFileOptions {
    switch self {
    case .rows: LoadFileOptions(account: "A", stamps: .start, zone: "America/New_York")
    case .dial: LoadFileOptions(account: "A")
    case .greenButton, .nem12: LoadFileOptions()
    case .wide, .long, .workbook, .sheet: LoadFileOptions(account: "A", stamps: .start)
    }
  }

  private var zone: String? {
    switch self {
    case .rows: "America/New_York"
    case .greenButton: "UTC"
    default: nil
    }
  }
}
