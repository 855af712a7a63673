/// What the engine is told of the project, whatever its targets.
package struct EngineProject: Equatable, Sendable {
  /// Where the sources are cloned from, and who is told of findings. OSS-Fuzz wants both; they are known when the project
  /// is handed in, and stand in capitals until then.
  package var repository = "https://github.com/OWNER/scenefuzz"
  /// The mail address that OSS-Fuzz writes to (`primary_contact` of `project.yaml`).
  package var contact = "CONTACT@EXAMPLE.ORG"

  /// A project that is not handed in yet: repository and contact in capitals.
  package init() {}

  /// Ubuntu 24.04, the image whose Swift is 6.2.
  private static let builder = "gcr.io/oss-fuzz-base/base-builder-swift:ubuntu-24-04"
  private static let mark = "# Written by 'scenefuzz oss-fuzz write'."

  var dockerfile: String {
    """
    \(Self.mark)
    FROM \(Self.builder)
    RUN apt-get update && apt-get install -y --no-install-recommends zip
    RUN git clone --depth 1 \(repository) "$SRC/scenefuzz"
    WORKDIR $SRC/scenefuzz
    COPY build.sh $SRC/

    """
  }

  var liteDockerfile: String {
    """
    \(Self.mark)
    FROM \(Self.builder)
    RUN apt-get update && apt-get install -y --no-install-recommends zip
    COPY . $SRC/scenefuzz
    WORKDIR $SRC/scenefuzz
    COPY ./.clusterfuzzlite/build.sh $SRC/

    """
  }

  /// `thread` is not asked for: a target runs on one thread.
  var description: String {
    """
    \(Self.mark)
    homepage: "https://www.slicer.org"
    main_repo: "\(repository)"
    language: swift
    primary_contact: "\(contact)"
    base_os_version: ubuntu-24-04
    fuzzing_engines:
      - libfuzzer
    sanitizers:
      - address

    """
  }

  var liteDescription: String {
    """
    \(Self.mark)
    language: swift
    base_os_version: ubuntu-24-04

    """
  }

  /// For the configuration of a ClusterFuzz deployment.
  func frameRules(_ patterns: [String]) -> String {
    // In single quotes YAML knows one escape: a quote is doubled.
    let lines = patterns.map {
      "    - '\($0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }
    return """
      \(Self.mark)
      # Frames of Swift's runtime, the sanitizers and libFuzzer, after which ClusterFuzz shall name no finding.
      stacktrace:
        stack_frame_ignore_regexes:
      \(lines.joined(separator: "\n"))

      """
  }
}
