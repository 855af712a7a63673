import FuzzBuilds

/// A failing input on disk, as in the `.json` file of its report.
package struct StoredCrash: Codable, Equatable, Sendable {
  package let name: CrashName
  /// Name of the target that failed.
  package let target: String
  /// File name of the input in `artifacts/TARGET/`.
  package let artifact: String
  /// Bytes of the input.
  package let size: Int
  /// The session that found it.
  package let session: String
  /// Raw value of the build, such as `address`.
  package let build: String
  /// Raw value of the configuration, such as `release`.
  package let configuration: String

  init(
    name: CrashName, target: String, artifact: String, size: Int, session: String, plan: BuildPlan
  ) {
    self.name = name
    self.target = target
    self.artifact = artifact
    self.size = size
    self.session = session
    build = plan.build.rawValue
    configuration = plan.configuration.rawValue
  }

  var plan: BuildPlan {
    BuildPlan(
      FuzzBuild(rawValue: build) ?? .address,
      BuildConfiguration(rawValue: configuration) ?? .release)
  }
}
