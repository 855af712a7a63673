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
    abstract: "Write the dictionaries that come from the catalogue of node types and the grammars.",
    discussion: """
      Nothing else goes into them: no seed, no corpus. Dictionaries of other targets are written by hand.

      Examples:
        scenefuzz dictionary
        scenefuzz dictionary mrml --check
      """)

  @Argument(help: "Targets; without any, every target whose dictionary is generated.")
  var targets: [String] = []

  @Flag(help: "Change nothing; exit with 1 when a committed dictionary is not what is generated.")
  var check = false

  @OptionGroup var output: OutputOptions

  private struct Line: Encodable {
    var target: String
    var path: String
    var words: Int
    /// Whether the file was not what is generated when this began.
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
    guard check, !stale.isEmpty else { return }
    let names = stale.map(\.target).joined(separator: " ")
    for line in stale { printError("\(line.path) is not what is generated") }
    printError("write again:  ./scripts/scenefuzz dictionary \(names)")
    throw ExitStatus.finding.code
  }

  private func show(_ line: Line) throws {
    if output.json { return try JSONLine.print(line) }
    let state = line.differs ? (check ? "differs" : "written") : "as it was"
    print("\(line.path): \(line.words) words, \(state)")
  }

  private func dictionaries() throws(RunFailure) -> [FuzzDictionary] {
    let all = FuzzDictionary.all(for: .slicer)
    for name in targets where !all.contains(where: { $0.target == name }) {
      _ = try target(named: name)
      let known = all.map(\.target).joined(separator: ", ")
      throw .usage(
        "the dictionary of '\(name)' is written by hand", "those that are generated: \(known)")
    }
    return targets.isEmpty ? all : all.filter { targets.contains($0.target) }
  }
}
