import Foundation
import FuzzTargets
import ProcessSupport

/// The files and lines of a new fuzz target.
///
/// Everything is computed and checked before anything is written, so that a target is added
/// completely or not at all.
struct TargetScaffold {
  /// The reason why a target cannot be added, and the remedy.
  struct Refusal: Error {
    let what: String
    let remedy: String
  }

  let name: String
  let root: URL
  /// Target whose kind of input the new target reads; nil for scenes.
  var like: FuzzTarget?
  var form = Form.scene

  /// What the property of a target without a model takes.
  enum Form { case scene, typed, asynchronous }

  /// Paths from the root with contents.
  struct Plan {
    var newFiles: [(path: String, contents: String)]
    var seed: (path: String, bytes: [UInt8])
    /// Files that get one line more.
    var changedFiles: [(path: String, contents: String)]
  }

  /// `reference-graph` as a Swift name: `referenceGraph`.
  var propertyName: String { Self.propertyName(name) }

  static func propertyName(_ name: String) -> String {
    let words = name.split(separator: "-")
    return words.enumerated()
      .map {
        $0.offset == 0
          ? String($0.element) : $0.element.prefix(1).uppercased() + $0.element.dropFirst()
      }
      .joined()
  }

  private var typeName: String { propertyName.prefix(1).uppercased() + propertyName.dropFirst() }

  func plan() throws -> Plan {
    guard name.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil else {
      throw Refusal(
        what: "'\(name)' is not a target name",
        remedy: "lower-case words joined by single hyphens, such as reference-graph")
    }
    let seed = try seed
    let newFiles =
      [
        ("Sources/Fuzzing/FuzzTargets/Targets/\(typeName)Target.swift", targetSource),
        ("Sources/Fuzzing/EntryPoints/fuzz-\(name)/entry.swift", entrySource),
        (
          "corpus/\(name)/seeds/README.md",
          "# Seeds of \(name)\n\n- `\(seed.name)`: \(seed.description)\n"
        ),
        ("corpus/\(name)/found/README.md", foundReadme),
        ("corpus/\(name)/\(name).dict", try dictionary()),
      ] + shared
    let seedPath = "corpus/\(name)/seeds/\(seed.name)"
    for path in newFiles.map(\.0) + [seedPath]
    where FileManager.default.fileExists(atPath: url(path).path) {
      throw Refusal(
        what: "\(path) exists already", remedy: "choose another name, or remove it first")
    }
    return Plan(
      newFiles: newFiles, seed: (seedPath, seed.bytes),
      changedFiles: [
        (
          "Sources/Fuzzing/FuzzTargets/Catalog.swift",
          try adding(
            "    .\(propertyName),", after: "FuzzTarget] = [",
            in: "Sources/Fuzzing/FuzzTargets/Catalog.swift")
        ),
        (
          "Package.swift",
          try adding("  \"\(name)\",", after: "let fuzzTargetNames = [", in: "Package.swift")
        ),
      ])
  }

  /// Writes `plan`. A failure removes the new files and leaves the changed files unchanged.
  func write(_ plan: Plan) throws {
    var written: [URL] = []
    do {
      let files = plan.newFiles.map { ($0.path, Array($0.contents.utf8)) } + [plan.seed]
      for (path, bytes) in files {
        let file = url(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file, options: .atomic)
        written.append(file)
      }
      for (path, contents) in plan.changedFiles {
        try contents.write(to: url(path), atomically: true, encoding: .utf8)
      }
    } catch {
      for file in written { try? FileManager.default.removeItem(at: file) }
      throw error
    }
  }

  private func url(_ path: String) -> URL { root.appendingPathComponent(path) }

  /// The file at `path` with `line` at the end of the list whose first line ends in `opening`.
  private func adding(_ line: String, after opening: String, in path: String) throws -> String {
    var lines = try String(contentsOf: url(path), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(where: { $0.hasSuffix(opening) }),
      let end = lines[start...].firstIndex(where: { $0.trimmingCharacters(in: .whitespaces) == "]" }
      )
    else {
      throw Refusal(
        what: "\(path) has no list that begins with '\(opening)'", remedy: "add the target by hand")
    }
    lines.insert(line, at: end)
    return lines.joined(separator: "\n")
  }

  /// A seed, its file name and its line in the README: the smallest seed of `like`, or an empty
  /// scene.
  private var seed: (name: String, description: String, bytes: [UInt8]) {
    get throws {
      guard let like else {
        if form == .typed { return ("first", "a name and a number", Array("skull\u{5}\u{2}".utf8)) }
        return ("first.mrml", "the smallest scene", Array("<MRML/>\n".utf8))
      }
      let folder = url("corpus/\(like.name)/seeds")
      let files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil
      ).filter { $0.lastPathComponent != "README.md" && !$0.hasDirectoryPath }
      let inputs = try files.map { (bytes: [UInt8](try Data(contentsOf: $0)), url: $0) }
      guard
        let smallest = inputs.min(by: {
          ($0.bytes.count, $0.url.path) < ($1.bytes.count, $1.url.path)
        })
      else { throw Refusal(what: "corpus/\(like.name) has no seed", remedy: "leave out --like") }
      return (
        "first.\(like.fileExtension)", "the smallest seed of \(like.name)", smallest.bytes
      )
    }
  }

  /// The dictionary of `like` under a new heading, or the element name of scenes.
  private func dictionary() throws -> String {
    guard let like else {
      if form == .typed { return "# Words in inputs of \(name)\n" }
      return "# Words in inputs of \(name)\n\"MRML\"\n"
    }
    return try String(
      contentsOf: url("corpus/\(like.name)/\(like.name).dict"), encoding: .utf8)
  }

  /// The file that makes sessions start from the seeds of `like` as well.
  private var shared: [(String, String)] {
    like.map { [("corpus/\(name)/\(SeedFolders.sharingFile)", $0.name + "\n")] } ?? []
  }

  private var entrySource: String {
    """
    import FuzzEntry
    import FuzzTargets

    /// Entry of libFuzzer for one input of `count` bytes at `address`. Returns 0.
    @_cdecl("LLVMFuzzerTestOneInput")
    public func testOneInput(_ address: Int, _ count: Int) -> CInt {
      FuzzEntry.run(.\(propertyName), address, count)
    }

    """
  }

  private var foundReadme: String {
    "# Found\n\nMinimized inputs that sessions found from the seeds beside this folder.\n"
  }
}
