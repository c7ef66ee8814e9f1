/// Diagnostics stand in the order of the files they speak of: by file, then by place.
extension Diagnostic: Comparable {

  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    let leftPlace = (left.file, left.sheet ?? "", left.line ?? 0, left.column ?? 0)
    let rightPlace = (right.file, right.sheet ?? "", right.line ?? 0, right.column ?? 0)
    if leftPlace != rightPlace { return leftPlace < rightPlace }
    let leftKind = (left.severity, left.code, left.message, left.hint ?? "")
    let rightKind = (right.severity, right.code, right.message, right.hint ?? "")
    return leftKind < rightKind
  }
}
