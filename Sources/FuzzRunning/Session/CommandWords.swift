import Foundation

/// Commands as a person can copy them.
public enum CommandWords {
  /// How this program was called: by the script of the checkout, by a path, or by its bare name.
  public static var program: String {
    if let root = ProcessInfo.processInfo.environment["SCENEFUZZ_ROOT"],
      FileManager.default.isExecutableFile(atPath: root + "/scripts/scenefuzz")
    {
      return ShellWord.quoted(fromHere(root + "/scripts/scenefuzz"))
    }
    return ShellWord.quoted(CommandLine.arguments.first ?? "scenefuzz")
  }

  /// The program with `words`, quoted where the shell needs it.
  public static func command(_ words: String...) -> String {
    ([program] + words.map(ShellWord.quoted)).joined(separator: " ")
  }

  /// `path` relative to the current folder when it lies inside it.
  public static func fromHere(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath
    guard let real = SystemBridge.resolved(path), path.hasPrefix("/") else { return path }
    guard here != "/", real.hasPrefix(here + "/") else { return path }
    return "./" + real.dropFirst(here.count + 1)
  }
}
