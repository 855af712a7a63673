import ArgumentParser
import CrashTriage
import Foundation
import ProcessSupport
import ReplayAndTriage

/// The folder of findings.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: ArgumentHelp(
      "The folder of findings; 'crashes' of the checkout if not given.", valueName: "folder"))
  var folder: String?

  /// The one folder that commands about known findings use.
  func store() throws(RunFailure) -> FindingStore {
    if let folder { return FindingStore(folder: URL(fileURLWithPath: folder)) }
    let root = try RepositoryRoot.locate()
    return FindingStore(folder: URL(fileURLWithPath: root.path("crashes")))
  }

  /// Where new findings go: other programs' into the private folder, unless a folder is given.
  func folders() throws(RunFailure) -> FindingFolders {
    if let folder { return FindingFolders(folder: folder) }
    return FindingFolders(root: try .locate())
  }
}

/// Calls `body`; an error of the store becomes a failure of the environment.
func inStore<Value>(_ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as FindingStoreError {
    throw RunFailure.environment(error.what, error.remedy)
  }
}

/// The findings whose fingerprints begin with `prefixes`; a prefix that fits none or several is a
/// usage error.
func findings(beginning prefixes: [String], in store: FindingStore) throws -> [Finding] {
  try prefixes.map { prefix in
    do {
      return try store.finding(beginning: prefix)
    } catch let error as FindingStoreError {
      throw RunFailure.usage(error.what, error.remedy)
    }
  }
}
