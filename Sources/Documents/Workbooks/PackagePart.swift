/// A part of a workbook's package by its path in the archive.
struct PackagePart: Sendable, Hashable {

  let path: String

  /// The part with the relations of this one: `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`.
  var relations: PackagePart {
    let (folder, name) = divided
    return PackagePart(path: "\(folder)_rels/\(name).rels")
  }

  /// The part that a relation of this one leads to.
  func resolved(_ target: String) -> PackagePart {
    var steps = target.hasPrefix("/") ? [] : divided.folder.split(separator: "/")
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return PackagePart(path: steps.joined(separator: "/"))
  }

  private var divided: (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let next = path.index(after: slash)
    return (String(path[..<next]), String(path[next...]))
  }
}
