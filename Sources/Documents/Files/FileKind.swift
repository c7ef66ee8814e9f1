import Glibc

/// What a path leads to.
package enum FileKind: Sendable, Hashable {

  case file
  case folder

  /// A pipe, socket or device.
  case other

  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}
