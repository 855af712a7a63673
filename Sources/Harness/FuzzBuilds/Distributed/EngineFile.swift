package import FuzzTargets

/// A file of the distributed engine, OSS-Fuzz or ClusterFuzzLite.
///
/// Every file derives from the catalogue of targets, so that a new target needs no change here.
package struct EngineFile: Equatable, Sendable {
  /// Path relative to the checkout.
  package let path: String
  /// Contents, in ASCII.
  package let text: String
  /// Whether the file is a script.
  package let isExecutable: Bool

  init(_ path: String, _ text: String, isExecutable: Bool = false) {
    self.path = path
    self.text = text
    self.isExecutable = isExecutable
  }

  /// All files.
  ///
  /// - Parameters:
  ///   - targets: Targets without a C library.
  ///   - ignoredFrames: Regular expressions of frames that never name a finding.
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
      EngineFile(
        ".github/workflows/clusterfuzzlite.yml",
        EngineWorkflow(programs: targets.count * BuildConfiguration.allCases.count).text),
      EngineFile("scripts/oss-fuzz/Dockerfile", project.dockerfile),
      EngineFile("scripts/oss-fuzz/build.sh", script, isExecutable: true),
      EngineFile("scripts/oss-fuzz/project.yaml", project.description),
      EngineFile("scripts/oss-fuzz/clusterfuzz.yaml", project.frameRules(ignoredFrames)),
    ]
  }
}
