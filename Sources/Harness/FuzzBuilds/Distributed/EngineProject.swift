/// Settings of the project for the distributed engine, independent of the targets.
package struct EngineProject: Equatable, Sendable {
  /// Address that the sources are cloned from. A placeholder in capitals until the project is
  /// submitted to OSS-Fuzz, like `contact`.
  package var repository = "https://github.com/OWNER/scenefuzz"
  /// Mail address for findings (`primary_contact` of `project.yaml`).
  package var contact = "CONTACT@EXAMPLE.ORG"

  package init() {}

  /// Image with Swift 6.2 on Ubuntu 24.04.
  private static let builder = "gcr.io/oss-fuzz-base/base-builder-swift:ubuntu-24-04"
  private static let header = "# Written by 'scenefuzz oss-fuzz write'."

  var dockerfile: String {
    """
    \(Self.header)
    FROM \(Self.builder)
    RUN apt-get update && apt-get install -y --no-install-recommends zip
    RUN git clone --depth 1 \(repository) "$SRC/scenefuzz"
    WORKDIR $SRC/scenefuzz
    COPY build.sh $SRC/

    """
  }

  var liteDockerfile: String {
    """
    \(Self.header)
    FROM \(Self.builder)
    RUN apt-get update && apt-get install -y --no-install-recommends zip
    COPY . $SRC/scenefuzz
    WORKDIR $SRC/scenefuzz
    COPY ./.clusterfuzzlite/build.sh $SRC/

    """
  }

  /// Without the sanitizer `thread`, since a target runs on one thread.
  var description: String {
    """
    \(Self.header)
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
    \(Self.header)
    language: swift
    base_os_version: ubuntu-24-04

    """
  }

  /// Configuration of a ClusterFuzz deployment.
  func frameRules(_ patterns: [String]) -> String {
    // The only escape in single quotes of YAML is the doubled quote.
    let lines = patterns.map {
      "    - '\($0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }
    return """
      \(Self.header)
      # Frames of Swift's runtime, the sanitizers and libFuzzer, which never name a finding.
      stacktrace:
        stack_frame_ignore_regexes:
      \(lines.joined(separator: "\n"))

      """
  }
}
