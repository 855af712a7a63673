import ArgumentParser
import Foundation
import ProcessSupport

struct AddTarget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-target",
    abstract:
      "Write a new fuzz target: property, entry point, corpus folder, dictionary, catalogue lines.",
    discussion: """
      Nothing is overwritten. Afterwards write the property; ReplayTests fail while anything is half-added.

      Example:
        scenefuzz add-target reference-graph
      """)

  @Argument(help: "Lower-case words joined by hyphens.")
  var name: String

  @Flag(help: "Print what would be written, and write nothing.")
  var dryRun = false

  func run() throws {
    let scaffold = TargetScaffold(
      name: name, root: URL(fileURLWithPath: try RepositoryRoot.locate().path))
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
      print("now write its property, then: ./scripts/fuzz \(name)")
      print("and for the distributed engine: ./scripts/scenefuzz oss-fuzz write")
    }
  }
}
