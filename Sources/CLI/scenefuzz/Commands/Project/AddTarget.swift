import ArgumentParser
import Foundation
import FuzzTargets
import ProcessSupport

struct AddTarget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-target",
    abstract:
      "Write a new fuzz target: property, entry point, corpus folder, dictionary, catalogue lines.",
    discussion: """
      Overwrites nothing. The new target reads a scene twice and compares; replace that by its property. With \
      --like it has the mutator, the dictionary, the limits and a seed of another target, sessions start from the \
      seeds of both, and its property begins with that of the other. With --typed it takes integers, choices, \
      texts, scenes and archives from an InputProvider; with --async its property is asynchronous.

      Examples:
        scenefuzz add-target reference-graph
        scenefuzz add-target archive-names --like zip
        scenefuzz add-target scene-merging --typed
      """)

  @Argument(help: "Lower-case words joined by hyphens.")
  var name: String

  @Option(help: "Target whose kind of input the new target reads.")
  var like: String?

  @Flag(help: "Take typed values from the input instead of a file.")
  var typed = false

  @Flag(name: .customLong("async"), help: "Make the property asynchronous.")
  var asynchronous = false

  @Flag(help: "Print the files without writing them.")
  var dryRun = false

  func validate() throws {
    if [like != nil, typed, asynchronous].count(where: { $0 }) > 1 {
      throw ValidationError("--like, --typed and --async exclude each other.")
    }
  }

  func run() throws {
    let model = try like.map { name throws(RunFailure) in
      guard let target = Catalog[name] else {
        let known = Catalog.all.map(\.name).joined(separator: ", ")
        throw RunFailure.usage("--like takes no target '\(name)'", "the targets are: \(known)")
      }
      return target
    }
    var scaffold = TargetScaffold(
      name: name, root: URL(fileURLWithPath: try RepositoryRoot.locate().path), like: model)
    if typed { scaffold.form = .typed }
    if asynchronous { scaffold.form = .asynchronous }
    let plan: TargetScaffold.Plan
    do {
      plan = try scaffold.plan()
    } catch let refusal as TargetScaffold.Refusal {
      throw RunFailure.usage(refusal.what, refusal.remedy)
    }
    if !dryRun { try scaffold.write(plan) }
    let verb = dryRun ? "would write" : "wrote"
    for (path, _) in plan.newFiles { print("\(verb) \(path)") }
    for (path, _) in plan.changedFiles { print("\(dryRun ? "would change" : "changed") \(path)") }
    if !dryRun {
      print("next:")
      print("  write the property in \(plan.newFiles.first?.path ?? "")")
      print("  ./scripts/fuzz \(name)")
      print("  ./scripts/scenefuzz oss-fuzz write   (files of the distributed engine)")
    }
  }
}
