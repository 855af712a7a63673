import ArgumentParser
package import FuzzBuilds
import FuzzTargets
import OracleTargets
import ProcessSupport

/// The target of that name; throws a usage error with all names when there is none.
func target(named name: String) throws(RunFailure) -> FuzzTarget {
  guard let target = FullCatalog[name] else {
    let known = FullCatalog.all.map(\.name).joined(separator: ", ")
    throw .usage("there is no target '\(name)'", "the targets are: \(known)")
  }
  return target
}

/// Options of every command that builds entry points.
struct BuildOptions: ParsableArguments {
  @Option(help: "Build: address, fuzzer, comparisons, coverage or static.")
  var build: FuzzBuild = .address

  @Option(help: "Configuration: release or debug.")
  var configuration: BuildConfiguration = .release

  var plan: BuildPlan { BuildPlan(build, configuration) }

  /// The named targets, or every target of this build.
  func targets(_ names: [String]) throws(RunFailure) -> [FuzzTarget] {
    try plan.targets(names)
  }
}

extension BuildPlan {
  /// The named targets, or every target of this build.
  func targets(_ names: [String]) throws(RunFailure) -> [FuzzTarget] {
    guard !names.isEmpty else { return FullCatalog.all.filter(builds) }
    var targets: [FuzzTarget] = []
    for name in names {
      let target = try target(named: name)
      guard builds(target) else {
        let libraries = target.linkedLibraries.joined(separator: ", ")
        let reason = libraries.isEmpty ? "tests the tools" : "links \(libraries)"
        throw .usage(
          "the \(build.rawValue) build leaves out '\(name)', which \(reason)",
          "name another target, or use --build address")
      }
      targets.append(target)
    }
    return targets
  }
}

extension FuzzBuild: ExpressibleByArgument {}
extension BuildConfiguration: ExpressibleByArgument {}
