import Foundation
import Minimization
import ProcessSupport
import SlicerHost
import TestSupport
import Testing

/// Inputs of the core for the model, over the sample reader; the core need not be installed.
@Suite("The exchange of inputs with the model", .serialized) struct ExchangeTests {
  #if os(Linux) && arch(x86_64)
    @Test("an input that reaches new blocks joins the model's corpus when it adds to its coverage")
    func newBlocksReachTheModel() async throws {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      var reader = RealReader(
        environment: SlicerEnvironment(root: RepositoryRoot(path: Repository.root.path)))
      reader.privateFolder = folder.path + "/private"
      let seeds = reader.privateFolder + "/fuzz/sample/seeds"
      try FileManager.default.createDirectory(atPath: seeds, withIntermediateDirectories: true)
      for (name, text) in ["calm": "x", "longer": "xx", "block": "n"] {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(seeds)/\(name)"))
      }
      let selection = reader.privateFolder + "/exchange/sample"
      // On a busy machine the first session may end before its seeds have run.
      for _ in 0..<6 where contents(selection).isDisjoint(with: ["n"]) {
        _ = try await reader.run(.fuzz, ["sample", "--time", "12"], timeLimit: .seconds(200)) { _ in
        }
      }
      #expect(contents(selection).contains("n"))

      // The model's coverage is the first byte of an input; it has seen one without a new block.
      let root = RepositoryRoot(path: folder.path + "/check out")
      let corpus = root.path(".scenefuzz/corpus/sample")
      for place in [corpus, root.path("corpus/sample/seeds")] { try WorkFolder.make(place) }
      try WorkFolder.write(Array("x".utf8), to: corpus + "/known")
      let program = root.path("fuzz-sample")
      try WorkFolder.write(Array(Self.program.utf8), to: program)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
      let addition = CorpusAddition(root: root, toolchain: try await .locate())
      let first = try await addition.add(selection, to: "sample", program: program)
      #expect(first.gained >= 1)
      let firstBytes = contents(corpus).compactMap(\.first)
      #expect(firstBytes.contains("n"))
      #expect(Set(firstBytes).count == firstBytes.count)
      let second = try await addition.add(selection, to: "sample", program: program)
      #expect(second.gained == 0)
      #expect(second.after == first.after)
    }
  #endif

  private func contents(_ folder: String) -> Set<String> {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return Set(
      names.compactMap { name in
        FileManager.default.contents(atPath: "\(folder)/\(name)")
          .map { String(decoding: $0, as: UTF8.self) }
      })
  }

  /// A script with the interface of libFuzzer's merge: the feature of an input is its first byte.
  private static let program = """
    #!/bin/sh
    for word in "$@"; do
      case "$word" in
        -merge_control_file=*) control="${word#*=}" ;;
      esac
    done
    count=$(sed -n 1p "$control")
    number=$(grep -c '^STARTED ' "$control")
    while [ "$number" -lt "$count" ]; do
      name=$(sed -n "$((number + 3))p" "$control")
      echo "STARTED $number $(($(wc -c < "$name")))" >> "$control"
      echo "FT $number $(od -An -tu1 -N1 "$name")" >> "$control"
      echo "COV $number 1" >> "$control"
      number=$((number + 1))
    done
    """
}
