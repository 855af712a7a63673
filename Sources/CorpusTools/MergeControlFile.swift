/// What `-merge_control_file` of libFuzzer holds: each input with the features that it reaches.
///
/// The text is the number of files, how many of them are in the first folder, their names, then for each file that
/// was run `STARTED index size` and, unless it crashed, `FT index features…` and `COV index edges…`.
public struct MergeControlFile: Equatable, Sendable {
  public struct Input: Equatable, Sendable {
    public var path: String
    /// Nil when the input was started and never finished: it crashed, hung or ran out of memory.
    public var features: Set<UInt32>?

    public init(path: String, features: Set<UInt32>?) {
      self.path = path
      self.features = features
    }
  }

  public var inputs: [Input]

  /// More inputs than this are not read.
  static let maximumInputs = 1_000_000

  /// Reads the text; nil when it is no control file. Linear; files that were never started are left out.
  public init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 2, let count = Int(lines[0]), (0...Self.maximumInputs).contains(count),
      let firstCount = Int(lines[1]), (0...count).contains(firstCount), lines.count >= count + 2
    else { return nil }
    let names = lines[2..<(count + 2)].map(String.init)
    var started: [Int: Set<UInt32>?] = [:]
    for line in lines[(count + 2)...] {
      let words = line.split(separator: " ")
      guard words.count >= 2, let index = Int(words[1]), names.indices.contains(index) else {
        continue
      }
      switch words[0] {
      case "STARTED": started[index] = .some(started[index] ?? nil)
      case "FT": started[index] = Set(words.dropFirst(2).compactMap { UInt32($0) })
      default: break
      }
    }
    inputs = started.keys.sorted().map { Input(path: names[$0], features: started[$0] ?? nil) }
  }

  /// Features that any of the inputs reaches.
  public var features: Set<UInt32> {
    inputs.reduce(into: []) { $0.formUnion($1.features ?? []) }
  }

  /// Inputs that did not finish.
  public var failed: [String] { inputs.filter { $0.features == nil }.map(\.path) }

  /// How many inputs any selection must keep to lose no feature, besides those that `isKept` names anyway: those
  /// with a feature that no other input has.
  public func lowerBound(besides isKept: (String) -> Bool) -> Int {
    var covered: Set<UInt32> = []
    var owners: [UInt32: Int] = [:]
    for input in inputs where isKept(input.path) { covered.formUnion(input.features ?? []) }
    for (index, input) in inputs.enumerated() where !isKept(input.path) {
      for feature in (input.features ?? []).subtracting(covered) {
        owners[feature] = owners[feature] == nil ? index : -1
      }
    }
    return Set(owners.values.filter { $0 >= 0 }).count
  }
}
