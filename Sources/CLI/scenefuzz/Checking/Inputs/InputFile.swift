import Foundation

/// An input named on the command line: a file, a `slicer://` link, or `-` for standard input.
struct InputFile {
  let name: String
  let bytes: [UInt8]

  /// Folder of a file on disk; nil for a link or standard input.
  var folder: String? {
    guard name != "-", !InputFile.isLink(name) else { return nil }
    return URL(fileURLWithPath: name).deletingLastPathComponent().path
  }

  /// Reads the input. The error is one sentence (``sentence(for:)``).
  ///
  /// Only regular files are opened: a pipe or device could block.
  init(_ argument: String) throws {
    name = argument
    if InputFile.isLink(argument) {
      bytes = Array(argument.utf8)
    } else if argument == "-" {
      bytes = [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
    } else {
      let path = URL(fileURLWithPath: argument).resolvingSymlinksInPath().path
      let type = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      guard let type, type == .typeRegular else { throw NotARegularFile(type: type) }
      bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: argument)))
    }
  }

  /// Whether the path is a folder, through symbolic links.
  static func isFolder(_ path: String) -> Bool {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let type = (try? FileManager.default.attributesOfItem(atPath: resolved))?[.type]
    return type as? FileAttributeType == .typeDirectory
  }

  private struct NotARegularFile: Error {
    let type: FileAttributeType?

    var sentence: String {
      switch type {
      case .typeDirectory?: "is a folder"
      // Links are resolved first.
      case .typeSymbolicLink?: "is a link to a missing file"
      default: "is not a regular file"
      }
    }
  }

  /// Reason for a failed read, in a few words.
  static func sentence(for error: any Error) -> String {
    if let error = error as? NotARegularFile { return error.sentence }
    if let error = error as? CocoaError {
      switch error.code {
      case .fileReadNoSuchFile, .fileNoSuchFile: return "no such file"
      case .fileReadNoPermission: return "no permission to read it"
      default: break
      }
    }
    return "cannot be read: \(error.localizedDescription)"
  }

  static func isLink(_ argument: String) -> Bool {
    argument.prefix(9).lowercased() == "slicer://"
  }
}
