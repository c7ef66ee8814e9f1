import Documents
import Metering
import Use

extension DossierReader {
  /// Interval data by account.
  struct LoadedFiles {
    var profiles: [String: LoadProfile] = [:]
    var findings: [LoadFinding] = []
  }

  /// The tables in `load` that say how to read the others.
  private static let listNames: Set<String> = ["files.csv", "files.xlsx"]

  /// Reads `load.csv` and the files in `load`; files without an account column are of `single`.
  ///
  /// - Parameters:
  ///   - folder: The dossier.
  ///   - tariffs: The accounts and their tariffs, in whose time zones naive stamps are.
  ///   - single: The account of files that name none.
  /// - Returns: Each account's profile, and what was found.
  mutating func readLoad(
    folder: String, tariffs: [String: String], single: String?
  ) -> LoadedFiles {
    let (files, place) = loadFiles(folder: folder, tariffs: tariffs, single: single)
    let loaded = read(files)
    for account in loaded.profiles.keys.sorted() where tariffs[account] == nil {
      problems.add(Self.stranger(account, in: place, known: tariffs.keys))
    }
    return loaded
  }

  /// The files of interval data of a folder, and where they stand.
  mutating func loadFiles(
    folder: String, tariffs: [String: String], single: String?
  ) -> (files: [LoadFile], place: String) {
    var files: [LoadFile] = []
    let file = table("load", in: folder) ?? FileSystem.join(folder, "load.csv")
    if FileSystem.isFile(file) { files.append(loadFile(file, LoadFileOptions(), single, tariffs)) }
    let load = FileSystem.join(folder, "load")
    if FileSystem.isFolder(load) { files += loadFiles(in: load, single, tariffs) }
    return (files, FileSystem.isFolder(load) ? load : file)
  }

  /// What is said of interval data of an account that is not in the list.
  static func stranger(
    _ account: String, in place: String, known: some Collection<String>
  ) -> Diagnostic {
    Diagnostic(
      file: place, code: "load-account",
      message:
        "interval data are of account \(Printable.quote(account)), which does not stand in accounts.csv",
      hint: known.count > 1000 ? nil : Suggestion.hint(for: account, in: known))
  }

  /// Reads one file of interval data; where it names no accounts, it is of `single`.
  mutating func readLoadFile(_ path: String, single: String) -> LoadedFiles {
    let tariffs = request.particulars[.tariff].map { [single: $0] } ?? [:]
    let file = loadFile(path, LoadFileOptions(), nil, tariffs)
    do throws(DiagnosticsError) {
      return loaded(try LoadReader.read([file]))
    } catch {
      guard error.diagnostics.allSatisfy({ $0.code == "load-account" }) else {
        problems.add(error.diagnostics)
        return LoadedFiles()
      }
    }
    return read([loadFile(path, LoadFileOptions(), single, tariffs)])
  }

  private mutating func loadFiles(
    in folder: String, _ single: String?, _ tariffs: [String: String]
  ) -> [LoadFile] {
    let paths =
      problems.collect { () throws(DiagnosticsError) -> [String] in
        try FileSystem.files(inFolder: folder, extensions: LoadFile.extensions)
      } ?? []
    let listPath = table("files", in: folder)
    let list = listPath.flatMap { path in
      problems.collect { () throws(DiagnosticsError) -> LoadFileList in
        try LoadFileList(path: path)
      }
    }
    problems.add(list?.warnings ?? [])
    for entry in list?.entries ?? []
    where !FileSystem.isFile(FileSystem.join(folder, entry.file)) {
      problems.add(
        entry.row.diagnostic(
          code: "files-file",
          message: "there is no file \(Printable.quote(entry.file)) in \(folder)"))
    }
    return paths.filter { !Self.listNames.contains(FileSystem.lastComponent(of: $0)) }.map { path in
      loadFile(
        path, list?.options(of: FileSystem.lastComponent(of: path)) ?? LoadFileOptions(), single,
        tariffs)
    }
  }

  private func loadFile(
    _ path: String, _ options: LoadFileOptions, _ single: String?, _ tariffs: [String: String]
  ) -> LoadFile {
    var options = options.overridden(by: request.load)
    if options.account == nil { options.account = single }
    // A file of several accounts is read in one zone; where theirs differ, it must say its own.
    let concerned = options.account.flatMap { tariffs[$0] }.map { [$0] } ?? Array(tariffs.values)
    let zones = Set(concerned.compactMap(request.zoneOfTariff))
    var file = LoadFile(
      path: path, options: options, zone: zones.count == 1 ? zones.first : nil)
    file.repairs = request.repairs
    return file
  }

  mutating func read(_ files: [LoadFile]) -> LoadedFiles {
    guard !files.isEmpty else { return LoadedFiles() }
    var plain: [LoadFile] = []
    var byLine: [String: [LoadFile]] = [:]
    for file in files {
      guard case .path(let path) = file.content else { continue }
      let split = problems.collect { () throws(DiagnosticsError) -> LineSplit? in
        try LineSplit(path: path, options: file.options)
      }
      guard let split else { continue }
      guard let split else {
        plain.append(file)
        continue
      }
      for (line, text) in split.texts {
        var part = LoadFile(
          name: split.source.file, bytes: text, options: file.options, zone: file.zone)
        part.sheet = split.source.sheet
        part.repairs = file.repairs
        byLine[line, default: []].append(part)
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
