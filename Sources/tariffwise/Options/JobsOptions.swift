import ArgumentParser

/// How many threads work.
struct JobsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many threads work; as many as there are processors unless given.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): at least one thread works") }
  }
}
