import Foundation
import ProcessSupport
import SlicerHost
import TestSupport
import Testing

/// The worker of `slicer fuzz` on the sample reader; the core need not be installed.
@Suite("The worker on injected defects", .serialized) struct DoctorTests {
  private static let environment = SlicerEnvironment(
    root: RepositoryRoot(path: Repository.root.path))

  private struct Report: Decodable {
    struct Check: Decodable {
      let name: String
      let found: String
      let holds: Bool
    }

    let checks: [Check]
    let namespaces: [String]
  }

  #if os(Linux) && arch(x86_64)
    @Test("crash, hang, abort, leak, new block and uninitialised read are each detected and named")
    func everyDefectIsNamed() async throws {
      let lines = LineCollector()
      let code = try await RealReader(environment: Self.environment).run(
        .doctor, ["--json"], timeLimit: .seconds(300)
      ) { await lines.append($0) }
      let text = await lines.all.joined(separator: "\n")
      let report = try JSONDecoder().decode(Report.self, from: Data(text.utf8))
      #expect(code == 0)
      #expect(report.checks.filter { !$0.holds }.map(\.name) == [])
      let names = Set(report.checks.map(\.name))
      for name in [
        "null write", "wild read", "wild write", "wild jump", "stack overflow", "abort", "hang",
        "heap corruption", "memory growth", "new block", "uninitialised read", "outside file",
        "connection",
      ] {
        #expect(names.contains(name), "\(name)")
      }
    }
  #endif

  private actor LineCollector {
    var all: [String] = []
    func append(_ line: String) { all.append(line) }
  }
}
