import ArgumentParser
import ByteReading
import CrashTriage
import Foundation
import FuzzBuilds
import ProcessSupport
import ReplayAndTriage

extension Crashes {
  /// `scenefuzz crashes merge`
  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make one finding a part of another, now and whenever it is seen again.",
      discussion: """
        The decision is kept in decisions.json in the folder of findings. The smaller input stays; the folder of the \
        first finding goes.

        Example: scenefuzz crashes merge 6e92 0f31
        """)

    @Argument(help: "The finding that is no other bug, or the beginning of its fingerprint.")
    var id: String

    @Argument(help: "The finding that it is.")
    var into: String

    @OptionGroup var storeOptions: StoreOptions

    func run() throws {
      let store = try storeOptions.store()
      let pair = try findings(beginning: [id, into], in: store)
      guard pair[0].fingerprint != pair[1].fingerprint else {
        throw RunFailure.usage("'\(id)' and '\(into)' are the same finding", "name two")
      }
      let result = try inStore { try store.merge(pair[0], into: pair[1]) }
      print("merged \(pair[0].fingerprint) into \(result.fingerprint): \(result.title)")
      EmittedTest.printLeftover(of: pair[0])
      print("  undo: \(CommandWords.command("crashes", "split", result.fingerprint))")
    }
  }

  /// `scenefuzz crashes split`
  struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make each fingerprint of a finding a finding of its own from now on.",
      discussion: """
        The decision is kept in decisions.json in the folder of findings; the parts come to be when they are seen again.

        Example: scenefuzz crashes split 6e92
        """)

    @Argument(help: "The fingerprint, or as much of it as only this finding begins with.")
    var id: String

    @OptionGroup var storeOptions: StoreOptions

    func run() throws {
      let store = try storeOptions.store()
      let finding = try findings(beginning: [id], in: store)[0]
      guard finding.buckets.count > 1 else {
        throw RunFailure.usage(
          "\(finding.fingerprint) has one fingerprint only", "there is nothing to split")
      }
      let parts = try inStore { try store.split(finding) }
      print("split \(finding.fingerprint): \(parts.joined(separator: ", ")) will stand alone")
      print("  see them: \(CommandWords.command("triage"))")
    }
  }

  /// `scenefuzz crashes close`
  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Mark a finding as fixed; triage opens it again when it is seen again.",
      discussion: """
        Its emitted test, where there is one, becomes a plain guard.

        Example: scenefuzz crashes close 6e92
        """)

    @Argument(help: "The fingerprint, or as much of it as only this finding begins with.")
    var id: String

    @Option(
      help: "The folder of emitted tests; the checkout's if not given.")
    var tests: String?

    @OptionGroup var storeOptions: StoreOptions

    func run() throws {
      let store = try storeOptions.store()
      let finding = try findings(beginning: [id], in: store)[0]
      let closed = try inStore { try store.set(.closed, of: finding) }
      print("closed \(closed.fingerprint): \(closed.title)")
      try EmittedTest.guardAgainst(closed, in: store, folder: tests)
    }
  }
}

/// The emitted test of a finding, after a decision about it.
enum EmittedTest {
  /// The folder of emitted tests in the checkout.
  static func folder(of root: RepositoryRoot) -> String {
    root.path("Tests/Fuzzing/RegressionTests")
  }

  /// Writes the test of a closed finding again as a plain guard, where it was emitted.
  static func guardAgainst(_ finding: Finding, in store: FindingStore, folder: String?) throws {
    guard let tests = folder ?? (try? RepositoryRoot.locate()).map({ EmittedTest.folder(of: $0) })
    else { return }
    var emission = TestEmission(folder: tests)
    emission.allowsForeign = folder != nil
    guard FileManager.default.fileExists(atPath: emission.path(of: finding)) else { return }
    let input = Fingerprint(finding.fingerprint).flatMap { store.input(of: $0) }
    switch try emission.emit(finding, input: input) {
    case .written(let path), .unchanged(let path):
      print("  its test is a plain guard now: \(Printable.text(CommandWords.fromHere(path)))")
    case .edited(let path):
      print(
        "  its test was edited and is left as it is: \(Printable.text(CommandWords.fromHere(path)))"
      )
    case .refused(let reason): print("  its test is left as it is: \(reason)")
    }
  }

  /// Prints the path of the test of a finding that no longer exists.
  static func printLeftover(of finding: Finding) {
    guard let root = try? RepositoryRoot.locate() else { return }
    let path = TestEmission(folder: folder(of: root)).path(of: finding)
    if FileManager.default.fileExists(atPath: path) {
      print("  delete its test: \(Printable.text(CommandWords.fromHere(path)))")
    }
  }
}
