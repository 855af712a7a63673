import Foundation

/// The Swift toolchain, and the LLVM tools that come with it.
///
/// The tools are taken from the folder that `swift` itself lives in and from nowhere else: a distribution's
/// `llvm-symbolizer` or `llvm-cov` of another version may come first on the search path, and cannot read what this
/// compiler writes.
package struct Toolchain: Equatable, Sendable {
  /// The folder of the tools, links resolved.
  package let folder: String
  /// As the compiler says it, such as `6.3.1`.
  package let version: String

  /// The oldest compiler that is supported.
  package static let oldest = (major: 6, minor: 2)

  /// A toolchain in hand, which is not looked at.
  package init(folder: String, version: String) {
    self.folder = folder
    self.version = version
  }

  /// Path of the compiler driver.
  package var swift: String { folder + "/swift" }

  /// A tool that lies beside `swift`: `llvm-symbolizer`, `llvm-cov`, `llvm-profdata`, `swift-demangle`, …
  package func tool(_ name: String) throws(RunFailure) -> String {
    let path = folder + "/" + name
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw .environment(
        "the Swift toolchain in \(folder) has no \(name)",
        "install a complete toolchain from swift.org and put it first on PATH")
    }
    return path
  }

  /// Finds `swift` on the search path and asks it for its version. Costs one start of the compiler.
  package static func locate() async throws(RunFailure) -> Toolchain {
    try await locate(environment: ProcessInfo.processInfo.environment)
  }

  static func locate(environment: [String: String]) async throws(RunFailure) -> Toolchain {
    let remedy =
      "install Swift \(oldest.major).\(oldest.minor) or later from https://swift.org/install"
    guard let folder = folder(searchPath: environment["PATH"] ?? "") else {
      throw .environment("no Swift toolchain on PATH", remedy)
    }
    let answer = try await ChildProcess(
      executable: folder + "/swift", arguments: ["--version"],
      environment: ChildEnvironment.build(environment), timeLimit: .seconds(60)
    ).run()
    guard answer.status.isSuccess, let version = version(in: answer.output) else {
      throw .environment("\(folder)/swift does not tell its version", remedy)
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

  /// The number after `Swift version ` in the compiler's answer.
  static func version(in answer: String) -> String? {
    guard let start = answer.range(of: "Swift version ") else { return nil }
    let number = answer[start.upperBound...].prefix { $0.isNumber || $0 == "." }
    return number.isEmpty ? nil : String(number)
  }

  static func isNewEnough(_ version: String) -> Bool {
    let parts = version.split(separator: ".").compactMap { Int($0) }
    guard let major = parts.first else { return false }
    return (major, parts.count > 1 ? parts[1] : 0) >= oldest
  }
}
