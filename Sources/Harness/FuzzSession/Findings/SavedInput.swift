import Corpus
import Foundation
import ProcessSupport

/// The failing input that libFuzzer saved. On a full disk it says that it did, and the file is
/// missing or cut off.
enum SavedInput {
  /// Bytes of the file; nil when it is missing, or not what the digest in its name says.
  static func size(_ path: String) -> Int? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let digest = path.split(separator: "-").last.map(String.init) ?? ""
    let isDigest = digest.utf8.count == 40 && digest.allSatisfy(\.isHexDigit)
    return isDigest && SHA1.name(of: [UInt8](data)) != digest ? nil : data.count
  }

  /// The failure for an input that could not be saved, with the input itself where the log has it:
  /// libFuzzer prints inputs of up to 256 bytes.
  static func loss(of path: String, _ what: String, log: String) -> RunFailure {
    let mark = "Base64: "
    let text = log.split(separator: "\n").last { $0.hasPrefix(mark) }?.dropFirst(mark.count)
    return .environment(
      "\(what), but its input could not be saved as \(path)",
      "free some space on the disk; the corpus is safe, "
        + (text.map { "and the input in Base64 is \($0)" } ?? "the input is lost"))
  }
}
