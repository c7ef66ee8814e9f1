import Quantities

/// Time zones by the names of the time-zone database.
package enum ZoneDatabase {
  private static let folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"]

  /// Zones that need no database: their clocks have not been changed in the years that are read,
  /// 1992 and later.
  private static let steady: [String: Int] = [
    "Asia/Shanghai": 28_800, "Asia/Chongqing": 28_800, "Asia/Hong_Kong": 28_800,
    "Asia/Taipei": 28_800, "Asia/Seoul": 32_400, "Asia/Tokyo": 32_400,
    "Australia/Brisbane": 36_000, "Etc/UTC": 0, "UTC": 0, "GMT": 0,
  ]

  /// The zone called `name`.
  ///
  /// - Parameter name: A name such as `America/New_York`, or an offset such as `+10:00`, `UTC-6`.
  /// - Returns: The zone, with its changes up to 2100.
  /// - Throws: What is wrong with the name, as words for a message and a hint.
  package static func zone(_ name: String) throws(ZoneFault) -> CivilZone {
    if let offset = steady[name] {
      return CivilZone(name: name, initialOffset: offset, transitions: [])
    }
    if let offset = offset(name) { return CivilZone(offset: offset) }
    let isPlain =
      !name.isEmpty && !name.hasPrefix("/") && !name.contains("..")
      && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    guard isPlain else { throw .unknown(name) }
    guard let folder = folders.first(where: FileSystem.isFolder) else { throw .noDatabase(name) }
    let path = FileSystem.join(folder, name)
    guard FileSystem.isFile(path) else { throw .unknown(name) }
    guard let bytes = try? FileSystem.readBytes(path) else { throw .unknown(name) }
    do throws(ZoneFile.Problem) {
      return try ZoneFile.zone(bytes, name: name)
    } catch {
      throw .unknown(name)
    }
  }

  /// The offset in `+10:00`, `UTC-06:00`, `UTC+8` or `Z`. [s]
  static func offset(_ name: String) -> Int? {
    if name == "Z" { return 0 }
    var rest = Substring(name.uppercased())
    for prefix in ["UTC", "GMT"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(3) }
    guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
    let parts = rest.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...2).contains(parts[0].count),
      let hours = Int(parts[0]), hours <= 14,
      let minutes = parts.count == 2 ? Int(parts[1]) : 0, (0..<60).contains(minutes),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
