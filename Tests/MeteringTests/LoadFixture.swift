import Documents
import Foundation
import Metering
import Quantities
import Use

/// Texts of load files for tests, and short ways to read them.
enum LoadFixture {
  static func file(_ text: String, _ options: LoadFileOptions = LoadFileOptions(account: "A"))
    -> LoadFile
  {
    LoadFile(name: "load.csv", bytes: Array(text.utf8), options: options)
  }

  /// The profile of the only account.
  static func profile(
    _ text: String, _ options: LoadFileOptions = LoadFileOptions(account: "A")
  ) throws -> LoadProfile {
    let collection = try LoadReader.read([file(text, options)])
    guard collection.accounts.count == 1, let profile = collection.accounts[0].profile else {
      throw Missing()
    }
    return profile
  }

  /// What is wrong with a text, as a person reads it.
  static func complaints(
    _ text: String, _ options: LoadFileOptions = LoadFileOptions(account: "A")
  ) -> String {
    complaints([file(text, options)])
  }

  static func complaints(_ files: [LoadFile]) -> String {
    do throws(DiagnosticsError) {
      _ = try LoadReader.read(files)
      return ""
    } catch {
      return DiagnosticText.render(error.diagnostics)
    }
  }

  struct Missing: Error {}

  /// Rows of a day of quarter hours; `value` by slot.
  static func day(
    _ date: String, stamps: ClosedRange<Int> = 0...95, step: Int = 15,
    _ value: (Int) -> String = { _ in "1" }
  ) -> String {
    stamps.map { slot in
      let minutes = slot * step
      return "\(date) \(pad(minutes / 60)):\(pad(minutes % 60)),\(value(slot))\n"
    }.joined()
  }

  static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The total of the active energy. [mJ]
  static func total(_ profile: LoadProfile) -> Int128 {
    profile.active.reduce(0) { $1 == LoadProfile.missing ? $0 : $0 + Int128($1) }
  }

  /// `12.5` for 12.5 kWh.
  static func kilowattHours(_ profile: LoadProfile) -> String {
    Energy(millijoules: total(profile)).description
  }
}
