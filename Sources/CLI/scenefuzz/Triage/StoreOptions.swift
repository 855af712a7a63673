import ArgumentParser
import CrashTriage
import Foundation
import ProcessSupport

/// Where findings lie.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: "The folder of findings; 'crashes' of the checkout if not given.")
  var folder: String?

  func store() throws(RunFailure) -> FindingStore {
    if let folder { return FindingStore(folder: URL(fileURLWithPath: folder)) }
    let root = try RepositoryRoot.locate()
    return FindingStore(folder: URL(fileURLWithPath: root.path("crashes")))
  }
}

/// Calls `body`, with an error of the store as a failure of the environment.
func inStore<Value>(_ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as FindingStoreError {
    throw RunFailure.environment(error.what, error.remedy)
  }
}

/// The findings whose fingerprints begin with `prefixes`; a beginning that fits none or several is a usage error.
func findings(beginning prefixes: [String], in store: FindingStore) throws -> [Finding] {
  try prefixes.map { prefix in
    do {
      return try store.finding(beginning: prefix)
    } catch let error as FindingStoreError {
      throw RunFailure.usage(error.what, error.remedy)
    }
  }
}
