import ArgumentParser
import ByteReading
import ReaderBenchmarks

/// Runs one benchmark workload in this process. Hidden: `bench instructions` counts it from
/// outside.
struct ExecWorkload: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exec-workload",
    abstract: "Run a benchmark workload on one file, a number of times.",
    discussion: "Example: scenefuzz exec-workload events scene.mrml --passes 3",
    shouldDisplay: false)

  @Argument(help: "Name of the workload.")
  var name: String

  @Argument(help: "The scene.")
  var file: String

  @Option(help: "Number of passes; 0 only reads the file.")
  var passes = 1

  func run() throws {
    guard let workload = Workload[name: name] else {
      throw ValidationError(
        "no workload '\(Printable.text(name))'; known: "
          + Workload.all.map(\.name).joined(separator: ", "))
    }
    print(workload.run(on: try InputFile(file).bytes, passes: passes))
  }
}
