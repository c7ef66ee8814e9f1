extension FileSystem {

  /// `name` inside `folder`; `name` itself if it is an absolute path.
  package static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || name.hasPrefix("/") { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// What stands behind the last slash: `prices/2026-01.xml` gives `2026-01.xml`.
  package static func lastComponent(of path: String) -> String {
    let trimmed = withoutTrailingSlashes(path)
    guard let slash = trimmed.lastIndex(of: "/") else { return String(trimmed) }
    let name = trimmed[trimmed.index(after: slash)...]
    return name.isEmpty ? "/" : String(name)
  }

  /// What stands before the last slash, `.` if there is none.
  package static func folder(of path: String) -> String {
    let trimmed = withoutTrailingSlashes(path)
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    let folder = withoutTrailingSlashes(trimmed[..<slash])
    return folder.isEmpty ? "/" : String(folder)
  }

  /// What stands behind the last dot of the name, without the dot: `csv`; empty if there is none.
  package static func `extension`(of path: String) -> String {
    let name = lastComponent(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return String(name[name.index(after: dot)...])
  }

  /// The name without its extension: `prices/2026-01.xml` gives `2026-01`.
  package static func stem(of path: String) -> String {
    let name = lastComponent(of: path)
    let ending = self.extension(of: path)
    return ending.isEmpty ? name : String(name.dropLast(ending.count + 1))
  }

  private static func withoutTrailingSlashes(_ path: some StringProtocol) -> Substring {
    var rest = Substring(path)
    while rest.count > 1, rest.hasSuffix("/") { rest.removeLast() }
    return rest
  }
}
