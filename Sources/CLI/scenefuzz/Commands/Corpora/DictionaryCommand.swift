import ArgumentParser
import Corpus
import CoverageAndCI
import Foundation
import Mutation
import ProcessSupport
import SceneModel

struct DictionaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dictionary",
    abstract: "Generate the dictionaries from the catalog of node types and the grammars.",
    discussion: """
      Generated dictionaries have no other source: no seed and no corpus. Other dictionaries are written by hand. \
      Without a target it also harvests the words of the readers from their sources for the mutators \
      (Sources/Fuzzing/Mutation/Words/ReaderWords.swift).

      Examples:
        scenefuzz dictionary
        scenefuzz dictionary mrml --check
      """)

  @Argument(help: "Targets; by default every target with a generated dictionary.")
  var targets: [String] = []

  @Flag(help: "Change nothing; exit with 1 when a committed dictionary is out of date.")
  var check = false

  @OptionGroup var output: OutputOptions

  private struct Line: Encodable {
    var target: String
    var path: String
    var words: Int
    /// Whether the file was out of date at the start.
    var differs: Bool
  }

  func run() throws {
    let chosen = try dictionaries()
    let root = try RepositoryRoot.locate()
    var stale: [Line] = []
    for dictionary in chosen {
      let path = "corpus/\(dictionary.target)/\(dictionary.target).dict"
      let file = URL(fileURLWithPath: root.path(path))
      let text = Array(dictionary.text.utf8)
      let isThere = FileManager.default.fileExists(atPath: file.path)
      let differs = try !isThere || FileReplacement.read(file) != text
      if differs, !check { try FileReplacement.write(text, to: file) }
      let line = Line(
        target: dictionary.target, path: path, words: dictionary.words.count, differs: differs)
      if differs { stale.append(line) }
      try show(line)
    }
    if targets.isEmpty {
      let line = try updateReaderWords(root)
      if line.differs { stale.append(line) }
      try show(line)
    }
    guard check, !stale.isEmpty else { return }
    let isOnlyTargets = stale.allSatisfy { $0.target != Self.readers }
    let names = isOnlyTargets ? stale.map(\.target).joined(separator: " ") : ""
    for line in stale { printError("\(line.path) is out of date") }
    printError("update:  ./scripts/scenefuzz dictionary \(names)")
    throw ExitStatus.finding.code
  }

  private static let readers = "readers"

  private func updateReaderWords(_ root: RepositoryRoot) throws -> Line {
    let path = "Sources/Fuzzing/Mutation/Words/ReaderWords.swift"
    let words = try ReaderWordHarvest.words { folder in
      let base = root.path("Sources/Parsing/" + folder)
      let names = try FileManager.default.subpathsOfDirectory(atPath: base).sorted()
      return try names.filter { $0.hasSuffix(".swift") }.map { name in
        let text = try String(contentsOfFile: base + "/" + name, encoding: .utf8)
        return (URL(fileURLWithPath: name).lastPathComponent, text)
      }
    }
    let text = Array(ReaderWordHarvest.source(words).utf8)
    let file = URL(fileURLWithPath: root.path(path))
    let differs = try FileReplacement.read(file) != text
    if differs, !check { try FileReplacement.write(text, to: file) }
    return Line(
      target: Self.readers, path: path, words: words.reduce(0) { $0 + Set($1.words).count },
      differs: differs)
  }

  private func show(_ line: Line) throws {
    if output.json { return try JSONLine.print(line) }
    let state = line.differs ? (check ? "out of date" : "written") : "unchanged"
    print("\(line.path): \(line.words) words, \(state)")
  }

  private func dictionaries() throws(RunFailure) -> [FuzzDictionary] {
    let all = FuzzDictionary.all(for: .slicer)
    for name in targets where !all.contains(where: { $0.target == name }) {
      _ = try target(named: name)
      let known = all.map(\.target).joined(separator: ", ")
      throw .usage(
        "the dictionary of '\(name)' is written by hand", "generated ones: \(known)")
    }
    return targets.isEmpty ? all : all.filter { targets.contains($0.target) }
  }
}
