import Foundation

/// The Swift toolchain and the LLVM tools that come with it.
///
/// Tools come from the folder of `swift` only: a distribution's `llvm-symbolizer` or `llvm-cov` of
/// another version may come first on the search path and cannot read this compiler's output.
package struct Toolchain: Equatable, Sendable {
  /// Folder of the tools, links resolved.
  package let folder: String
  /// Version that the compiler prints, such as `6.3.1`.
  package let version: String

  /// Oldest supported compiler.
  package static let minimumVersion = (major: 6, minor: 2)

  /// Does not check the folder.
  package init(folder: String, version: String) {
    self.folder = folder
    self.version = version
  }

  package var swift: String { folder + "/swift" }

  /// Path of a tool beside `swift`, such as `llvm-symbolizer` or `llvm-cov`.
  package func tool(_ name: String) throws(RunFailure) -> String {
    let path = folder + "/" + name
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw .environment(
        "the Swift toolchain in \(folder) has no \(name)",
        "install a complete toolchain from swift.org and put it first on PATH")
    }
    return path
  }

  /// Finds `swift` in `PATH` and reads its version. Costs one start of the compiler.
  package static func locate() async throws(RunFailure) -> Toolchain {
    try await locate(environment: ProcessInfo.processInfo.environment)
  }

  static func locate(environment: [String: String]) async throws(RunFailure) -> Toolchain {
    let remedy =
      "install Swift \(minimumVersion.major).\(minimumVersion.minor) or later from https://swift.org/install"
    guard let folder = folder(searchPath: environment["PATH"] ?? "") else {
      throw .environment("no Swift toolchain on PATH", remedy)
    }
    let outcome = try await ChildProcess(
      executable: folder + "/swift", arguments: ["--version"],
      environment: ChildEnvironment.build(environment), timeLimit: .seconds(60)
    ).run()
    guard outcome.status.isSuccess, let version = version(in: outcome.output) else {
      throw .environment("\(folder)/swift prints no version", remedy)
    }
    guard isNewEnough(version) else {
      throw .environment("Swift \(version) in \(folder) is too old", remedy)
    }
    return Toolchain(folder: folder, version: version)
  }

  /// The real folder of the first `swift` on `searchPath`.
  static func folder(searchPath: String) -> String? {
    for entry in searchPath.split(separator: ":") {
      let path = "\(entry)/swift"
      guard FileManager.default.isExecutableFile(atPath: path),
        let real = SystemBridge.resolved(path), let slash = real.lastIndex(of: "/")
      else { continue }
      return String(real[..<slash])
    }
    return nil
  }

  /// The number after `Swift version ` in the output of the compiler.
  static func version(in output: String) -> String? {
    guard let start = output.range(of: "Swift version ") else { return nil }
    let number = output[start.upperBound...].prefix { $0.isNumber || $0 == "." }
    return number.isEmpty ? nil : String(number)
  }

  static func isNewEnough(_ version: String) -> Bool {
    let parts = version.split(separator: ".").compactMap { Int($0) }
    guard let major = parts.first else { return false }
    return (major, parts.count > 1 ? parts[1] : 0) >= minimumVersion
  }
}
