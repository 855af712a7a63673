import CorpusTools
public import Foundation

/// Makes a corpus smaller without losing a feature, by libFuzzer's own set cover.
///
/// Seeds count as kept and are never touched. The corpus is replaced by rename, after a second run over what is left
/// has shown the same features; what does not come again even from the input that showed it is called unstable.
public struct CorpusMinimization: Sendable {
  public let toolchain: Toolchain
  /// A built entry point.
  public let program: String
  /// The corpus; need not exist.
  public let folder: URL
  public let seeds: URL
  /// Folders of inputs to merge in.
  public var added: [URL] = []
  /// Where inputs go that crash, hang or exhaust memory.
  public let quarantine: URL
  /// Whether to leave everything as it is.
  public var isDryRun = false
  public var timeLimit: Duration = .seconds(3600)
  /// Ends it early, with the corpus as it was.
  public var stop: StopSignal?

  public init(toolchain: Toolchain, program: String, folder: URL, seeds: URL, quarantine: URL) {
    self.toolchain = toolchain
    self.program = program
    self.folder = folder
    self.seeds = seeds
    self.quarantine = quarantine
  }

  public struct Result: Sendable {
    public var filesBefore = 0
    public var filesAfter = 0
    public var bytesBefore = 0
    public var bytesAfter = 0
    /// Distinct features of seeds and corpus together, without the unstable ones.
    public var featuresBefore = 0
    public var featuresAfter = 0
    /// Features that did not come again from the very input that had shown them.
    public var unstable = 0
    /// No selection without a loss has fewer files.
    public var lowerBound = 0
    public var kept: [String] = []
    public var quarantined: [String] = []
    public var elapsed = Duration.zero
  }

  public func run() async throws -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let bench = try MergeBench(
      toolchain: toolchain, program: program, timeLimit: timeLimit, stop: stop)
    defer { bench.remove() }
    let seedCount = try bench.add(Corpus(folder: seeds), as: .seed)
    let corpus = Corpus(folder: folder)
    try corpus.recover()
    var result = Result()
    let own = try corpus.inputs()
    for source in [corpus] + added.map({ Corpus(folder: $0) }) {
      try bench.add(source, as: .input)
    }
    let all = try bench.inputs()
    guard !all.isEmpty else {
      throw RunFailure.usage(
        "there is nothing in \(folder.path)", "run a session first, or name inputs with --add")
    }
    result.filesBefore = all.count
    result.bytesBefore = all.reduce(0) { $0 + $1.size }
    let before = try await bench.merge()
    let failed = Set(before.failed.map { URL(fileURLWithPath: $0).lastPathComponent })
    result.quarantined = failed.sorted()
    result.lowerBound = try Self.fewest(before, bench)
    // A second run proves that nothing was lost; what is missing gets the input that had it back, once.
    var after = try await bench.confirm()
    if try bench.restore(
      before, missing: before.distinctFeatures.subtracting(after.distinctFeatures))
    {
      after = try await bench.confirm()
    }
    result.unstable = before.distinctFeatures.subtracting(after.distinctFeatures).count
    result.featuresBefore = before.distinctFeatures.count - result.unstable
    result.featuresAfter = before.distinctFeatures.intersection(after.distinctFeatures).count
    let kept = try bench.kept()
    result.kept = kept.map(\.name)
    result.filesAfter = kept.count
    result.bytesAfter = kept.reduce(0) { $0 + $1.size }
    if kept.isEmpty, seedCount == 0 {
      throw RunFailure.environment(
        "libFuzzer kept nothing of \(folder.path), which stays as it is",
        "see whether '\(CommandWords.command("replay"))' runs its inputs")
    }
    if !isDryRun {
      for input in all where failed.contains(input.name) {
        try Corpus(folder: quarantine).add(FileReplacement.read(input.url))
      }
      if Set(own.map(\.name)) != Set(result.kept) { try replace(corpus, by: kept) }
    }
    result.elapsed = clock.now - start
    return result
  }

  /// No selection without a loss has fewer inputs besides the seeds.
  private static func fewest(_ file: MergeControlFile, _ bench: MergeBench) throws -> Int {
    let selection = try CorpusSelection.solve(file, isProtected: bench.isSeed)
    return selection.lowerBound - selection.reductions.protectedColumns
  }

  /// Copies `kept` beside the corpus, on its file system, and renames.
  private func replace(_ corpus: Corpus, by kept: [Corpus.Input]) throws {
    let parent = folder.deletingLastPathComponent()
    let next = parent.appendingPathComponent(".\(folder.lastPathComponent).next")
    try? FileManager.default.removeItem(at: next)
    try FileReplacement.makeFolder(next)
    for input in kept {
      try FileReplacement.write(
        FileReplacement.read(input.url), to: next.appendingPathComponent(input.name))
    }
    let readme = folder.appendingPathComponent("README.md")
    if FileManager.default.fileExists(atPath: readme.path) {
      try FileReplacement.write(
        FileReplacement.read(readme), to: next.appendingPathComponent("README.md"))
    }
    if kept.isEmpty {
      // Everything is in the seeds already: an empty corpus loses nothing.
      for input in try corpus.inputs() { try FileManager.default.removeItem(at: input.url) }
      try FileManager.default.removeItem(at: next)
    } else {
      try corpus.replace(by: next)
    }
  }
}
