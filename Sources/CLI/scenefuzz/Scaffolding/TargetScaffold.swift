import Foundation

/// The files and lines of a new fuzz target, from its name alone.
///
/// Everything is computed and checked before anything is written: a target is added whole or not at
/// all.
struct TargetScaffold {
  /// Why a target cannot be added; the text says what to do.
  struct Refusal: Error {
    let what: String
    let remedy: String
  }

  let name: String
  let root: URL

  /// Files to write (path from the root, contents), then the two files that get one line more.
  struct Plan {
    var newFiles: [(path: String, contents: String)]
    var changedFiles: [(path: String, contents: String)]
  }

  /// `reference-graph` as a Swift name: `referenceGraph`.
  var propertyName: String {
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
    let newFiles = [
      ("Sources/Fuzzing/FuzzTargets/Targets/\(typeName)Target.swift", targetSource),
      ("Sources/Fuzzing/EntryPoints/fuzz-\(name)/entry.swift", entrySource),
      (
        "corpus/\(name)/seeds/README.md",
        "# Seeds of \(name)\n\n- `first.mrml`: the smallest scene\n"
      ),
      ("corpus/\(name)/seeds/first.mrml", "<MRML/>\n"),
      ("corpus/\(name)/found/README.md", foundReadme),
      ("corpus/\(name)/\(name).dict", "# Words that inputs of \(name) are made of\n\"MRML\"\n"),
    ]
    for (path, _) in newFiles where FileManager.default.fileExists(atPath: url(path).path) {
      throw Refusal(
        what: "\(path) exists already", remedy: "choose another name, or remove it first")
    }
    return Plan(
      newFiles: newFiles,
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

  /// Writes `plan`; a failure half-way removes what was new and leaves the changed files as they
  /// were.
  func write(_ plan: Plan) throws {
    var written: [URL] = []
    do {
      for (path, contents) in plan.newFiles {
        let file = url(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try contents.write(to: file, atomically: true, encoding: .utf8)
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

  /// The file at `path` with `line` before the `]` that closes the list opened on the line ending
  /// in `opening`.
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

  private var targetSource: String {
    """
    internal import SceneModel

    extension FuzzTarget {
      public static let \(propertyName) = FuzzTarget(
        name: "\(name)", property: "Reading the same bytes twice gives the same scene.",
        maximumLength: 65_536, fileExtension: "mrml"
      ) { input throws(PropertyViolation) in
        let (first, second) = (try? Scene(reading: input), try? Scene(reading: input))
        try PropertyCheck.atMost(first == second ? 0 : 1, 0, property: "pure", place: "scene")
      }
    }

    """
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
    "# Found\n\nMinimized sets grown from the seeds beside this folder, and from them alone.\n"
  }
}
