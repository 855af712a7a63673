import Foundation

/// An input named on the command line: a file, a `slicer://` link, or `-` for standard input.
struct InputFile {
  let name: String
  let bytes: [UInt8]

  /// Reads the input. The error is one sentence.
  init(_ argument: String) throws {
    name = argument
    if InputFile.isLink(argument) {
      bytes = Array(argument.utf8)
    } else if argument == "-" {
      bytes = [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
    } else {
      bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: argument)))
    }
  }

  /// Reason for a failed read, in a few words.
  static func sentence(for error: any Error) -> String {
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
