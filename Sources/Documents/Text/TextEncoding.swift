/// How the characters of a file are written as bytes.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {

  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"

  /// The encoding called `name`, in any of its usual spellings.
  ///
  /// GBK, GB2312 and their Windows and EUC names mean GB18030, which contains them. Plain `UTF-16`
  /// says nothing of the byte order and is left to the byte order mark: it is `nil` here.
  package init?(name: String) {
    let letters = name.lowercased().filter { $0 != "-" && $0 != "_" }
    switch letters {
    case "utf8", "usascii", "ascii": self = .utf8
    case "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "gb18030", "gbk", "gb2312", "cp936", "windows936", "ms936", "euccn": self = .gb18030
    default: return nil
    }
  }
}
