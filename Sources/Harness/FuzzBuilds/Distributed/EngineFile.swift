package import FuzzTargets

/// A file that tells the distributed engine, OSS-Fuzz or ClusterFuzzLite, how the targets are built and run.
///
/// All of them are written from the catalogue of targets, so that a new target is shipped without a line being added
/// anywhere.
package struct EngineFile: Equatable, Sendable {
  /// Relative to the checkout.
  package let path: String
  /// The whole file, ASCII, the same for the same catalogue.
  package let text: String
  /// Whether the file is a script that the engine starts.
  package let isExecutable: Bool

  init(_ path: String, _ text: String, isExecutable: Bool = false) {
    self.path = path
    self.text = text
    self.isExecutable = isExecutable
  }

  /// Every file, in the order of their paths.
  ///
  /// - Parameters:
  ///   - targets: What is shipped: targets without a C library.
  ///   - ignoredFrames: Regular expressions of frames that no finding is named after.
  package static func all(
    for targets: [FuzzTarget], of project: EngineProject = EngineProject(),
    ignoredFrames: [String]
  ) -> [EngineFile] {
    let script = BuildScript(targets: targets.map(\.name)).text
    let settings = targets.map {
      EngineFile("corpus/\($0.name)/\($0.name).options", TargetSettings(for: $0).text)
    }
    return settings + [
      EngineFile(".clusterfuzzlite/Dockerfile", project.liteDockerfile),
      EngineFile(".clusterfuzzlite/build.sh", script, isExecutable: true),
      EngineFile(".clusterfuzzlite/project.yaml", project.liteDescription),
      EngineFile("scripts/oss-fuzz/Dockerfile", project.dockerfile),
      EngineFile("scripts/oss-fuzz/build.sh", script, isExecutable: true),
      EngineFile("scripts/oss-fuzz/project.yaml", project.description),
      EngineFile("scripts/oss-fuzz/clusterfuzz.yaml", project.frameRules(ignoredFrames)),
    ]
  }
}
