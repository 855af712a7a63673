import Corpus
import Foundation
import Testing

/// A folder that is removed after the test.
func withScratch(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("scenefuzz corpus \(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder)
}

@Suite struct CorpusTests {
  @Test("an input is named by its bytes, and a second copy is not added")
  func addedOnce() throws {
    try withScratch { scratch in
      let corpus = Corpus(folder: scratch.appendingPathComponent("a/b"))
      #expect(try corpus.inputs() == [])
      let first = try corpus.add(Array("abc".utf8))
      #expect(first.isNew)
      #expect(first.url.lastPathComponent == "a9993e364706816aba3e25717850c26c9cd0d89d")
      #expect(try !corpus.add(Array("abc".utf8)).isNew)
      #expect(try corpus.inputs().map(\.size) == [3])
    }
  }

  @Test("hidden files, folders and the README are not inputs, and a missing folder is empty")
  func whatIsAnInput() throws {
    try withScratch { scratch in
      for name in [".hidden", "README.md", "seed with space.mrml"] {
        try Data("x".utf8).write(to: scratch.appendingPathComponent(name))
      }
      try FileManager.default.createDirectory(
        at: scratch.appendingPathComponent("folder"), withIntermediateDirectories: true)
      #expect(try Corpus(folder: scratch).inputs().map(\.name) == ["seed with space.mrml"])
      let file = scratch.appendingPathComponent("README.md")
      #expect(throws: CorpusError.self) { try Corpus(folder: file).inputs() }
    }
  }

  @Test("a merge adds new inputs and removes none")
  func merge() throws {
    try withScratch { scratch in
      let one = Corpus(folder: scratch.appendingPathComponent("one"))
      let two = Corpus(folder: scratch.appendingPathComponent("two"))
      for text in ["a", "b"] { try one.add(Array(text.utf8)) }
      for text in ["b", "c", "d"] { try two.add(Array(text.utf8)) }
      #expect(try one.merge(from: two) == 2)
      #expect(try one.merge(from: two) == 0)
      #expect(try one.inputs().count == 4)
      #expect(try two.inputs().count == 3)
    }
  }

  @Test("quarantine moves an input and keeps its bytes")
  func quarantine() throws {
    try withScratch { scratch in
      let corpus = Corpus(folder: scratch.appendingPathComponent("corpus"))
      try corpus.add([1, 2, 3])
      let input = try #require(try corpus.inputs().first)
      let place = scratch.appendingPathComponent("quarantine")
      try corpus.quarantine(input, in: place)
      #expect(try corpus.inputs().isEmpty)
      let kept = try #require(try Corpus(folder: place).inputs().first)
      #expect(try FileReplacement.read(kept.url) == [1, 2, 3])
    }
  }

  @Test("a corpus is replaced as a whole, and a replacement by an empty folder is refused")
  func replace() throws {
    try withScratch { scratch in
      let corpus = Corpus(folder: scratch.appendingPathComponent("corpus"))
      for text in ["a", "b", "c"] { try corpus.add(Array(text.utf8)) }
      let empty = scratch.appendingPathComponent("empty")
      try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
      #expect(throws: CorpusError.self) { try corpus.replace(by: empty) }
      #expect(try corpus.inputs().count == 3)
      let smaller = Corpus(folder: scratch.appendingPathComponent("smaller"))
      try smaller.add(Array("b".utf8))
      try corpus.replace(by: smaller.folder)
      #expect(try corpus.inputs().count == 1)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
          == ["corpus", "empty"])
    }
  }

  @Test("an interrupted replacement is undone or completed")
  func recover() throws {
    try withScratch { scratch in
      let corpus = Corpus(folder: scratch.appendingPathComponent("corpus"))
      try corpus.add([7])
      try FileManager.default.moveItem(
        at: corpus.folder, to: scratch.appendingPathComponent(".corpus.previous"))
      try corpus.recover()
      #expect(try corpus.inputs().count == 1)
      try corpus.recover()
      #expect(try corpus.inputs().count == 1)
    }
  }
}
