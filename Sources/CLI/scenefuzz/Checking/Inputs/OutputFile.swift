import Foundation
import ProcessSupport

/// A file that is written in pieces beside its place and moved there when it is complete.
final class OutputFile {
  private let path: String
  private let temporary: String
  private let handle: FileHandle

  init(_ path: String) throws(RunFailure) {
    self.path = path
    temporary = path + ".\(UUID().uuidString).part"
    guard FileManager.default.createFile(atPath: temporary, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporary)
    else {
      throw .environment("cannot write \(path)", "check the folder and its permissions")
    }
    self.handle = handle
  }

  func write(_ text: String) throws { try handle.write(contentsOf: Data(text.utf8)) }

  /// Moves the file to its place, over an existing one.
  func finish() throws {
    try handle.close()
    if FileManager.default.fileExists(atPath: path) {
      try FileManager.default.removeItem(atPath: path)
    }
    try FileManager.default.moveItem(atPath: temporary, toPath: path)
  }
}
