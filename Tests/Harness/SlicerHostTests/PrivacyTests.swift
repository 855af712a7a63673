import Foundation
import ProcessSupport
import SlicerHost
import TestSupport
import Testing

/// Nothing about the real reader leaves the private folder.
@Suite("Privacy of the real reader", .serialized) struct PrivacyTests {
  private static let environment = SlicerEnvironment(
    root: RepositoryRoot(path: Repository.root.path))

  /// Names of the injected defects: what a finding would be described by.
  private static let marks = ["sample_", "SampleReader", "null write", "wild", "heap corruption"]

  #if os(Linux) && arch(x86_64)
    @Test("a session with findings prints counts and stores the findings with mode 0700")
    func sessionPrintsCounts() async throws {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      var reader = RealReader(environment: Self.environment)
      reader.privateFolder = folder.path + "/private"
      let lines = LineCollector()
      let seeds = reader.privateFolder + "/fuzz/sample/seeds"
      try FileManager.default.createDirectory(atPath: seeds, withIntermediateDirectories: true)
      for (name, text) in ["calm": "x", "write": "0", "heap": "d"] {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(seeds)/\(name)"))
      }
      let findings = reader.privateFolder + "/findings"
      var code: Int32 = 0
      // On a busy machine the first session may end before its seeds have run.
      for _ in 0..<6 where !FileManager.default.fileExists(atPath: findings) {
        code = try await reader.run(
          .fuzz, ["sample", "--time", "8"], timeLimit: .seconds(200)
        ) { await lines.append($0) }
      }
      let status = try await reader.run(
        .fuzz, ["--status", "sample"], timeLimit: .seconds(60)
      ) { await lines.append($0) }
      #expect(code == 1)
      #expect(status == 0)
      let groups = try FileManager.default.contentsOfDirectory(atPath: findings)
      #expect(groups.count >= 2)
      let text = await lines.all.joined(separator: "\n")
      #expect(text.contains("new groups"))
      for word in Self.marks + groups { #expect(!text.contains(word), "\(word)") }
      let attributes = try FileManager.default.attributesOfItem(atPath: reader.privateFolder)
      #expect(attributes[.posixPermissions] as? Int == 0o700)
    }
  #endif

  @Test("no module but SlicerHost, and no command but those of slicer, names the private folder")
  func onlySlicerCommandsKnowTheFolder() throws {
    let allowed = ["Sources/Harness/SlicerHost/", "Sources/CLI/scenefuzz/Commands/Slicer/"]
    for url in Repository.files(in: "Sources") where url.pathExtension == "swift" {
      let path = String(url.path.dropFirst(Repository.root.path.count + 1))
      guard !allowed.contains(where: path.hasPrefix) else { continue }
      let text = try String(contentsOf: url, encoding: .utf8)
      #expect(!text.contains("private/slicer"), "\(path)")
    }
  }

  @Test("the private folder is ignored by git")
  func folderIsIgnored() throws {
    let text = try String(
      contentsOf: Repository.root.appendingPathComponent(".gitignore"), encoding: .utf8)
    #expect(text.split(separator: "\n").contains("/private/"))
  }

  private actor LineCollector {
    var all: [String] = []
    func append(_ line: String) { all.append(line) }
  }
}
