import Quantities

extension MarkupScanner {

  /// What is wrong if the first line names another encoding than the one the file was read in.
  func encodingDiagnostic() -> Diagnostic? {
    guard let (name, range) = declaredEncoding() else { return nil }
    let isUTF16 =
      source.encoding == .utf16LittleEndian || source.encoding == .utf16BigEndian
    if name.uppercased() == "UTF-16", isUTF16 { return nil }
    let declared = TextEncoding(name: name)
    if declared == source.encoding { return nil }

    // In a file of ASCII only, UTF-8, GB18030 and the encodings of the West all mean the same.
    let firstBeyondASCII = bytes.firstIndex { $0 >= 0x80 }
    if firstBeyondASCII == nil, !isUTF16, !name.uppercased().hasPrefix("UTF-16") { return nil }

    let place = firstBeyondASCII.flatMap { offset -> Message? in
      // Up to here every character was a single byte, before decoding too.
      isUTF16 ? nil : " (see byte offset \(offset) on line \(line(of: offset)))"
    }
    return Diagnostic(
      at: range, in: source, code: "wrong-encoding",
      message: """
        the first line says \(Printable.quote(name)), but the file is written in \
        \(source.encoding.rawValue)\(place ?? "")
        """,
      hint: """
        write encoding="\(isUTF16 ? "UTF-16" : source.encoding.rawValue)", or save the file \
        in the encoding it names
        """)
  }
}
