import Foundation

/// Inputs named on a command line.
package enum InputFiles {
  /// The part of `path` after its last slash.
  package static func lastComponent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The files among `paths` in their order, and for each folder the files below it, sorted,
  /// without `README.md`.
  package static func list(_ paths: [String]) throws(RunFailure) -> [String] {
    var files: [String] = []
    for path in paths {
      guard let isFolder = SystemBridge.isFolder(path) else {
        throw .environment("there is no file '\(path)'", "check the path")
      }
      files += isFolder ? below(path) : [path]
    }
    guard !files.isEmpty else {
      throw .usage(
        "there is no input in \(paths.joined(separator: ", "))", "name a file or a folder of files")
    }
    return files
  }

  /// Every file below `folder`, sorted by path, without `README.md`; none for a missing folder.
  package static func below(_ folder: String) -> [String] {
    guard let walker = FileManager.default.enumerator(atPath: folder) else { return [] }
    var files: [String] = []
    for case let relative as String in walker where !relative.hasSuffix("README.md") {
      let path = folder + (folder.hasSuffix("/") ? "" : "/") + relative
      if SystemBridge.isFolder(path) == false { files.append(path) }
    }
    return files.sorted()
  }
}

/// Quoting for the shell.
package enum ShellWord {
  /// `word` for a command line: verbatim when it is harmless, else in single quotes.
  package static func quoted(_ word: String) -> String {
    let harmless = word.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ","),
        UInt8(ascii: "+"), UInt8(ascii: ":"), UInt8(ascii: "@"):
        true
      default: false
      }
    }
    guard !harmless || word.isEmpty else { return word }
    return "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
