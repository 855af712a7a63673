import Foundation
import FuzzBuilds
package import FuzzTargets
package import ProcessSupport
import ReplayAndTriage

/// Measures the parser's source coverage by the committed inputs and, on request, by working
/// corpora.
///
/// Each target is built with source coverage and run over its inputs. The profiles are merged and
/// exported by the toolchain's own `llvm-profdata` and `llvm-cov`: those of a distribution refuse
/// profiles of this compiler.
package struct CoverageRun: Sendable {
  /// The checkout to measure.
  package let root: RepositoryRoot
  /// The toolchain with `llvm-profdata` and `llvm-cov`.
  package let toolchain: Toolchain
  /// Further folders of inputs for a target, such as its working corpus.
  package var moreInputs: @Sendable (String) -> [String] = { _ in [] }
  /// Stops the run between two targets when raised.
  package var stop: StopSignal?

  /// Folder of the source files to count.
  static let measured = "Sources/Parsing"

  private let folders: ModuleFolders

  /// A run over the committed inputs only.
  package init(root: RepositoryRoot, toolchain: Toolchain) {
    self.root = root
    self.toolchain = toolchain
    folders = ModuleFolders(root: root)
  }

  /// Optional output files; nil writes none.
  package struct Outputs: Sendable {
    /// Folder for `llvm-cov`'s HTML pages.
    package var html: String?
    /// File for the lcov trace.
    package var lcov: String?

    /// - Parameters: see the properties; both default to nil.
    package init(html: String? = nil, lcov: String? = nil) {
      self.html = html
      self.lcov = lcov
    }
  }

  /// Returns the coverage of each target, when there are several, and the merged coverage last.
  package func run(
    targets: [FuzzTarget], outputs: Outputs = Outputs(),
    say: @escaping @Sendable (String) -> Void
  ) async throws(RunFailure) -> [CoverageReport] {
    let plan = BuildPlan(.coverage)
    say("building with source coverage …")
    var builder = Builder(root: root, toolchain: toolchain)
    builder.stop = stop
    let programs = try await builder.build(plan, products: targets.map { "fuzz-" + $0.name })
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var profiles: [String] = []
    var reports: [CoverageReport] = []
    var (inputs, failing) = (0, 0)
    for (target, program) in zip(targets, programs) {
      if stop?.isRaised == true { throw .environment("stopped", "run the command again") }
      say("\(target.name) …")
      let profile = "\(folder.path)/\(target.name).profdata"
      let files = self.inputs(of: target.name)
      let ran = CoverageReplay(
        program: program, folder: folder.path, name: target.name, toolchain: toolchain)
      let failed = try await ran.run(files, into: profile)
      profiles.append(profile)
      if targets.count > 1 {
        var report = try await report([program], profile, targets: [target.name], lists: false)
        (report.inputs, report.failing) = (files.count, failed)
        reports.append(report)
      }
      inputs += files.count
      failing += failed
    }
    let merged = folder.path + "/merged.profdata"
    try await tool("llvm-profdata", ["merge", "-sparse", "-o", merged] + profiles)
    var report = try await report(programs, merged, targets: targets.map(\.name), lists: true)
    (report.inputs, report.failing) = (inputs, failing)
    reports.append(report)
    try await write(outputs, programs, merged)
    return reports
  }

  private func inputs(of target: String) -> [String] {
    let committed = ["seeds", "found"].map { root.path("corpus/\(target)/\($0)") }
    return (committed + moreInputs(target)).flatMap(InputFiles.below) + crashes(of: target)
  }

  /// Inputs of known findings of `target`: those of fixed findings contribute coverage, those of
  /// open ones fail.
  private func crashes(of target: String) -> [String] {
    InputFiles.below(root.path("crashes")).filter { path in
      guard path.hasSuffix("/input") else { return false }
      let report = path.dropLast("input".count) + "report.json"
      let text = (try? String(contentsOfFile: String(report), encoding: .utf8)) ?? ""
      return text.contains("\"\(target)\"")
    }
  }

  private var sources: [String] {
    InputFiles.below(root.path(Self.measured)).filter { $0.hasSuffix(".swift") }
  }

  private func report(
    _ programs: [String], _ profile: String, targets: [String], lists: Bool
  ) async throws(RunFailure) -> CoverageReport {
    let words = ["export", "-format=text", "-instr-profile", profile] + objects(programs)
    let export = try CoverageExport(json: try await json(words + sources))
    var report = CoverageReport(targets: targets)
    let neverCalled = CoverageExport.neverCalled(export.functions)
    for file in export.files {
      add(file, without: neverCalled[file.filename, default: 0], to: &report)
    }
    report.modules.sort { $0.name < $1.name }
    report.files.sort { $0.name < $1.name }
    guard lists else { return report }
    let texts = Dictionary(
      uniqueKeysWithValues: sources.map { path in
        (path, (try? String(contentsOfFile: path, encoding: .utf8)) ?? "")
      })
    let places = UnreachedPlaces(functions: export.functions, sources: texts)
    let readable = await Demangler(toolchain: toolchain).readable(places.mangledNames)
    report.unreachedFunctions = places.functions(relativeTo: root.path, readable: readable)
    report.unreachedCode = places.code(relativeTo: root.path)
    return report
  }

  /// - Parameter count: regions to subtract for functions that cannot be called.
  private func add(
    _ file: CoverageExport.File, without count: Int, to report: inout CoverageReport
  ) {
    let path = file.filename.replacing(root.path + "/Sources/", with: "")
    let module = folders.module(of: "Sources/" + path) ?? path
    var row = CoverageReport.Row(name: path)
    row.regions = .init(file.summary.regions)
    row.functions = .init(file.summary.functions)
    row.lines = .init(file.summary.lines)
    row.regions.count -= count
    row.functions.count -= count
    report.files.append(row)
    let index =
      report.modules.firstIndex { $0.name == module }
      ?? {
        report.modules.append(CoverageReport.Row(name: module))
        return report.modules.count - 1
      }()
    report.modules[index].regions.add(row.regions)
    report.modules[index].functions.add(row.functions)
    report.modules[index].lines.add(row.lines)
  }

  private func objects(_ programs: [String]) -> [String] {
    [programs[0]] + programs.dropFirst().flatMap { ["-object", $0] }
  }

  private func write(
    _ outputs: Outputs, _ programs: [String], _ profile: String
  ) async throws(RunFailure) {
    let words = ["-instr-profile", profile] + objects(programs) + sources
    if let html = outputs.html {
      let demangler = try toolchain.tool("swift-demangle")
      try await tool(
        "llvm-cov",
        ["show", "-format=html", "-output-dir", html, "-Xdemangler", demangler] + words)
    }
    if let lcov = outputs.lcov {
      let text = try await json(["export", "-format=lcov"] + words)
      try WorkFolder.write([UInt8](text), to: lcov)
    }
  }

  /// The complete output of `llvm-cov`, which can be tens of megabytes.
  private func json(_ words: [String]) async throws(RunFailure) -> Data {
    let outcome = try await tool("llvm-cov", words)
    return Data(outcome.output.utf8)
  }

  @discardableResult
  private func tool(
    _ name: String, _ words: [String]
  ) async throws(RunFailure) -> ChildProcess.Outcome {
    let outcome = try await ChildProcess(
      executable: try toolchain.tool(name), arguments: words,
      environment: ChildEnvironment.build(ProcessInfo.processInfo.environment),
      timeLimit: .seconds(600), outputLimit: 1 << 30
    ).run()
    guard outcome.status.isSuccess else {
      throw .environment(
        "\(name) failed: \(outcome.output.suffix(300))", "check that the toolchain is complete")
    }
    return outcome
  }
}

extension CoverageReport.Share {
  init(_ count: CoverageExport.Summary.Count) {
    self.init(count: count.count, covered: count.covered)
  }
}
