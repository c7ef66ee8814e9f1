import Foundation
import TestSupport

extension TestPlaces {
  /// An invented province the broken files belong to.
  static let base = path("Tests/TariffFilesTests/Base")

  /// One file for each code.
  static let broken = root.appendingPathComponent("Tests/TariffFilesTests/Broken")
}
