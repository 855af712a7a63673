import Foundation
import FuzzTargets
import ProcessSupport
import TestSupport
import Testing

@testable import FuzzBuilds

@Suite("Workflow of ClusterFuzzLite")
struct EngineWorkflowTests {
  private struct Workflow: Decodable {
    struct Job: Decodable {
      struct Step: Decodable {
        let uses: String
        let with: [String: Word]
      }
      let `if`: String
      let needs: String?
      let steps: [Step]
    }
    let jobs: [String: Job]
  }

  /// A scalar of YAML as text.
  private struct Word: Decodable {
    let text: String
    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      text =
        try (try? value.decode(String.self)) ?? (try? value.decode(Int.self)).map(String.init)
        ?? String(value.decode(Bool.self))
    }
  }

  private static let hasParser = FileManager.default.fileExists(atPath: "/usr/bin/python3")

  /// The workflow as a YAML parser reads it; nil without the parser's module.
  private func parsed() async throws -> Workflow? {
    let path = Repository.root.appendingPathComponent(".github/workflows/clusterfuzzlite.yml").path
    let outcome = try await ChildProcess(
      executable: "/usr/bin/python3",
      arguments: [
        "-c",
        "import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))['jobs']))",
        path,
      ], environment: ["PATH": "/usr/bin:/bin"], timeLimit: .seconds(120)
    ).run()
    if outcome.output.contains("No module named 'yaml'") { return nil }
    let jobs = try JSONDecoder().decode(
      [String: Workflow.Job].self, from: Data(outcome.output.utf8))
    return Workflow(jobs: jobs)
  }

  @Test("a YAML parser reads the four modes, with the sanitizer of each", .enabled(if: hasParser))
  func modes() async throws {
    guard let workflow = try await parsed() else { return }
    var modes: [String: String] = [:]
    for job in workflow.jobs.values {
      #expect(job.steps.count == 2)
      let run = try #require(job.steps.last)
      modes[run.with["mode"]?.text ?? ""] = run.with["sanitizer"]?.text
      #expect(job.steps.first?.with["sanitizer"]?.text == run.with["sanitizer"]?.text)
      #expect(job.steps.allSatisfy { $0.with["language"]?.text == "swift" })
    }
    #expect(
      modes == [
        "code-change": "address", "batch": "address", "prune": "address", "coverage": "coverage",
      ])
    #expect(workflow.jobs["coverage"]?.needs == "prune")
  }

  @Test("each action is pinned to a commit")
  func pinned() {
    let lines = EngineWorkflow(programs: 2).text.split(separator: "\n")
      .filter { $0.contains("uses:") }
    #expect(lines.count == 8)
    #expect(lines.allSatisfy { $0.contains(/@[0-9a-f]{40} # v/) })
  }

  @Test("the time of a pull request grows with the number of programs")
  func seconds() {
    #expect(EngineWorkflow(programs: 30).text.contains("fuzz-seconds: 600\n"))
    #expect(EngineWorkflow(programs: 60).text.contains("fuzz-seconds: 1200\n"))
  }
}
