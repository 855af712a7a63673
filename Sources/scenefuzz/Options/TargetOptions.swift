public import ArgumentParser
public import FuzzRunning
import FuzzTargets

/// The target named on the command line; a name that is none is a usage error that lists them all.
func target(named name: String) throws(RunFailure) -> FuzzTarget {
  guard let target = Catalog[name] else {
    let known = Catalog.all.map(\.name).joined(separator: ", ")
    throw .usage("there is no target '\(name)'", "the targets are: \(known)")
  }
  return target
}

/// Shared options of every command that builds entry points.
struct BuildOptions: ParsableArguments {
  @Option(help: "The build to use: address, fuzzer, coverage or static.")
  var build: FuzzBuild = .address

  @Option(help: "Optimized or not: release or debug.")
  var configuration: BuildConfiguration = .release

  var plan: BuildPlan { BuildPlan(build, configuration) }
}

extension FuzzBuild: ExpressibleByArgument {}
extension BuildConfiguration: ExpressibleByArgument {}
