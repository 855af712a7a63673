/// The workflow of ClusterFuzzLite: pull requests, nightly batches, pruning and coverage.
struct EngineWorkflow: Equatable, Sendable {
  /// Number of programs: each target in each configuration.
  let programs: Int

  /// Seconds of fuzzing for each program in a pull request.
  private static let secondsPerProgram = 20
  /// The commit of tag v1.
  private static let version = "884713a6c30a92e5e8544c39945cd7cb630abcd1 # v1"

  private enum Mode: String, CaseIterable {
    case pullRequest = "code-change"
    case batch, prune, coverage
  }

  var text: String {
    """
    # Written by 'scenefuzz oss-fuzz write' from the catalogue of targets: change it there.
    # ClusterFuzzLite: fuzzes pull requests, grows the corpus each night, prunes it and measures its
    # coverage each week.
    name: ClusterFuzzLite
    on:
      pull_request:
      schedule:
        - cron: "41 3 * * *"
        - cron: "41 5 * * 0"
      workflow_dispatch:
    permissions: {}
    concurrency:
      group: clusterfuzzlite-${{ github.event_name }}-${{ github.ref }}
      cancel-in-progress: ${{ github.event_name == 'pull_request' }}
    jobs:
    \(Mode.allCases.map(job).joined(separator: "\n"))

    """
  }

  private func job(_ mode: Mode) -> String {
    let (name, condition, sanitizer, seconds) =
      switch mode {
      case .pullRequest:
        (
          "pull-request", "github.event_name == 'pull_request'", "address",
          programs * Self.secondsPerProgram
        )
      case .batch:
        (
          "batch",
          "github.event.schedule == '41 3 * * *' || github.event_name == 'workflow_dispatch'",
          "address", 3 * 3600
        )
      case .prune: ("prune", "github.event.schedule == '41 5 * * 0'", "address", 3600)
      case .coverage: ("coverage", "github.event.schedule == '41 5 * * 0'", "coverage", 600)
      }
    // The setup, the builds and the upload of results come on top.
    let minutes = seconds / 60 + 60
    return """
        \(name):
          name: ClusterFuzzLite \(name)
          if: ${{ \(condition) }}\(mode == .coverage ? "\n    needs: prune" : "")
          runs-on: ubuntu-24.04
          timeout-minutes: \(minutes)
          permissions:
            contents: read
            actions: read # the corpora of earlier runs
            security-events: write # findings for code scanning
          steps:
            - uses: google/clusterfuzzlite/actions/build_fuzzers@\(Self.version)
              with:
                language: swift
                sanitizer: \(sanitizer)
                github-token: ${{ secrets.GITHUB_TOKEN }}
            - uses: google/clusterfuzzlite/actions/run_fuzzers@\(Self.version)
              with:
                language: swift
                mode: \(mode.rawValue)
                sanitizer: \(sanitizer)
                fuzz-seconds: \(seconds)
                output-sarif: \(mode == .pullRequest)
                github-token: ${{ secrets.GITHUB_TOKEN }}
      """
  }
}
