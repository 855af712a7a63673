/// Resolution of file names of storage nodes.
public enum StoragePath {
  /// Returns the path below the folder of the scene, or from the root of the file system if it
  /// begins with `/`: backslashes become slashes, `.` and `..` are removed, repeated slashes are
  /// merged. A name that begins in a home folder is unchanged.
  public static func resolved(_ path: ArraySlice<UInt8>, from folder: [UInt8] = []) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    guard path.first != UInt8(ascii: "~") else { return Array(path) }
    let whole = path.first == slash ? Array(path) : folder + [slash] + path
    var parts: [ArraySlice<UInt8>] = []
    for part in whole.split(whereSeparator: { $0 == slash || $0 == UInt8(ascii: "\\") }) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8), let last = parts.last, !last.elementsEqual("..".utf8) {
        parts.removeLast()
      } else if !part.elementsEqual("..".utf8) || (folder.isEmpty && path.first != slash) {
        parts.append(part)
      }
    }
    let joined = Array(parts.joined(separator: [slash]))
    return path.first == slash || !folder.isEmpty ? [slash] + joined : joined
  }
}
