import Documents
import Metering
import Use

extension DossierReader {
  /// Interval data by account.
  struct LoadedFiles {
    var profiles: [String: LoadProfile] = [:]
    var findings: [LoadFinding] = []
  }

  /// Reads `load.csv` and the files in `load`; files without an account column are of `single`.
  mutating func readLoad(folder: String, known: Set<String>, single: String?) -> LoadedFiles {
    var files: [LoadFile] = []
    let file = FileSystem.join(folder, "load.csv")
    if FileSystem.isFile(file) { files.append(loadFile(file, LoadFileOptions(), single)) }
    let load = FileSystem.join(folder, "load")
    if FileSystem.isFolder(load) { files += loadFiles(in: load, single) }
    let loaded = read(files)
    for account in loaded.profiles.keys.sorted() where !known.contains(account) {
      problems.add(
        Diagnostic(
          file: FileSystem.isFolder(load) ? load : file, code: "load-account",
          message:
            "interval data are of account \(Printable.quote(account)), which does not stand in accounts.csv",
          hint: Suggestion.hint(for: account, in: known)))
    }
    return loaded
  }

  /// Reads one file of interval data; where it names no accounts, it is of `single`.
  mutating func readLoadFile(_ path: String, single: String) -> LoadedFiles {
    let file = loadFile(path, LoadFileOptions(), nil)
    do throws(DiagnosticsError) {
      return loaded(try LoadReader.read([file]))
    } catch {
      guard error.diagnostics.allSatisfy({ $0.code == "load-account" }) else {
        problems.add(error.diagnostics)
        return LoadedFiles()
      }
    }
    return read([loadFile(path, LoadFileOptions(), single)])
  }

  private mutating func loadFiles(in folder: String, _ single: String?) -> [LoadFile] {
    let paths =
      problems.collect { () throws(DiagnosticsError) -> [String] in
        try FileSystem.files(inFolder: folder, extensions: ["csv", "txt"])
      } ?? []
    let listPath = FileSystem.join(folder, "files.csv")
    var list: LoadFileList?
    if paths.contains(listPath) {
      list = problems.collect { () throws(DiagnosticsError) -> LoadFileList in
        try LoadFileList(try SourceText.read(listPath))
      }
    }
    for entry in list?.entries ?? []
    where !FileSystem.isFile(FileSystem.join(folder, entry.file)) {
      problems.add(
        entry.row.diagnostic(
          code: "files-file",
          message: "there is no file \(Printable.quote(entry.file)) in \(folder)"))
    }
    return paths.filter { $0 != listPath }.map { path in
      loadFile(
        path, list?.options(of: FileSystem.lastComponent(of: path)) ?? LoadFileOptions(), single)
    }
  }

  private func loadFile(
    _ path: String, _ options: LoadFileOptions, _ single: String?
  ) -> LoadFile {
    var options = options.overridden(by: request.load)
    if options.account == nil { options.account = single }
    return LoadFile(path: path, options: options)
  }

  private mutating func read(_ files: [LoadFile]) -> LoadedFiles {
    guard !files.isEmpty else { return LoadedFiles() }
    var plain: [LoadFile] = []
    var byLine: [String: [LoadFile]] = [:]
    for file in files {
      guard case .path(let path) = file.content else { continue }
      let split = problems.collect { () throws(DiagnosticsError) -> LineSplit? in
        try LineSplit(path: path, encoding: file.options.encoding)
      }
      guard let split, let split else {
        plain.append(file)
        continue
      }
      for (line, text) in split.texts {
        byLine[line, default: []].append(
          LoadFile(name: file.name, bytes: text, options: file.options, zone: file.zone))
      }
    }
    guard !byLine.isEmpty else { return collected(plain) }
    return summed(byLine, beside: collected(plain))
  }

  private mutating func collected(_ files: [LoadFile]) -> LoadedFiles {
    guard !files.isEmpty else { return LoadedFiles() }
    let collection = problems.collect { () throws(DiagnosticsError) -> LoadCollection in
      try LoadReader.read(files)
    }
    return collection.map(loaded) ?? LoadedFiles()
  }

  /// Adds supply lines up to their accounts.
  private mutating func summed(
    _ byLine: [String: [LoadFile]], beside plain: LoadedFiles
  ) -> LoadedFiles {
    var result = plain
    var lines: [String: [String: LoadProfile]] = [:]
    for (line, files) in byLine.sorted(by: { $0.key < $1.key }) {
      let own = collected(files)
      for (account, profile) in own.profiles { lines[account, default: [:]][line] = profile }
      result.findings += own.findings
    }
    for (account, profiles) in lines.sorted(by: { $0.key < $1.key }) {
      guard let sum = LoadProfile(summing: profiles) else {
        problems.add(
          Diagnostic(
            file: byLine.values.first?.first?.name ?? "load", code: "load-line",
            message:
              "the supply lines of account \(Printable.quote(account)) have intervals of different lengths"
          ))
        continue
      }
      result.profiles[account] = sum
    }
    return result
  }

  private func loaded(_ collection: LoadCollection) -> LoadedFiles {
    var loaded = LoadedFiles()
    for account in collection.accounts {
      loaded.profiles[account.id] = account.profile
      loaded.findings += account.findings
    }
    return loaded
  }
}
