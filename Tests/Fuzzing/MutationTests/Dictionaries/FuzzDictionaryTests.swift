import Foundation
import Mutation
import SceneModel
import TestSupport
import Testing

/// Checks of every generated dictionary.
@Suite struct FuzzDictionaryTests {
  static let all = FuzzDictionary.all(for: .slicer)

  @Test("the committed dictionary equals the generated one", arguments: all.map(\.target))
  func committed(target: String) throws {
    let dictionary = try #require(Self.all.first { $0.target == target })
    let file = Repository.root.appendingPathComponent("corpus/\(target)/\(target).dict")
    #expect(
      try String(contentsOf: file, encoding: .utf8) == dictionary.text,
      "to update it: ./scripts/scenefuzz dictionary \(target)")
  }

  @Test("a line parsed as libFuzzer parses it has the bytes of its word", arguments: all)
  func form(dictionary: FuzzDictionary) throws {
    let lines = dictionary.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.map { LibFuzzerLine.bytes(of: $0) } == dictionary.words.map(\.bytes))
    #expect(dictionary.text.utf8.allSatisfy { $0 == 10 || (32..<127).contains($0) })
  }

  @Test("words are unique, not empty, and at most as long as libFuzzer keeps", arguments: all)
  func words(dictionary: FuzzDictionary) {
    let bytes = dictionary.words.map(\.bytes)
    #expect(!bytes.isEmpty)
    #expect(Set(bytes).count == bytes.count)
    for word in dictionary.words {
      #expect((1...DictionaryWord.maximumLength).contains(word.bytes.count), "\(word.line)")
    }
  }

  @Test("names of words have only lowercase letters, digits and underscores", arguments: all)
  func names(dictionary: FuzzDictionary) {
    for word in dictionary.words {
      #expect(
        word.name.utf8.allSatisfy { $0 == 95 || (48...57).contains($0) || (97...122).contains($0) })
    }
  }

  @Test("a target has one dictionary")
  func oncePerTarget() {
    #expect(Set(Self.all.map(\.target)).count == Self.all.count)
  }
}

/// libFuzzer's parsing of a line: from the first quote to the last, with `\\`, `\"` and `\xAB`
/// decoded.
private enum LibFuzzerLine {
  /// Nil when libFuzzer refuses the line, and thereby the whole dictionary.
  static func bytes(of line: Substring) -> [UInt8]? {
    let text = Array(line.utf8)
    let quote = UInt8(ascii: "\"")
    let backslash = UInt8(ascii: "\\")
    guard let first = text.firstIndex(of: quote), let last = text.lastIndex(of: quote),
      last > first + 1, last == text.count - 1
    else { return nil }
    var bytes: [UInt8] = []
    var place = first + 1
    while place < last {
      guard text[place] == backslash else {
        guard text[place] != quote else { return nil }
        bytes.append(text[place])
        place += 1
        continue
      }
      if place + 1 < last, text[place + 1] == backslash || text[place + 1] == quote {
        bytes.append(text[place + 1])
        place += 2
      } else if place + 3 < last, text[place + 1] == UInt8(ascii: "x"),
        let byte = UInt8(String(decoding: text[place + 2...place + 3], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        place += 4
      } else {
        return nil
      }
    }
    return bytes
  }
}
