internal import BlockingTask

/// Fuzz target: a property that must hold for every input.
///
/// A target is a value, so that the same property runs under libFuzzer, in tests over seeds and
/// crashes, and from the command line. `run` throws when the property is violated; a trap is a bug
/// as well.
public struct FuzzTarget: Sendable {
  /// Short name. The entry point is `fuzz-NAME`, the corpus `corpus/NAME/`.
  public let name: String
  /// The property in one sentence, for `scenefuzz targets`.
  public let property: String
  /// Maximum length of an input in a session, in bytes (`-max_len`).
  public let maximumLength: Int
  /// File name extension of an input, without the dot.
  public let fileExtension: String
  /// C libraries that the entry point links. Targets for the distributed engine have none.
  public let linkedLibraries: [String]
  /// Name of the Swift module that a regression test imports: the one that declares the target, or
  /// one that exports it.
  public let module: String
  /// File name of the source that declares the target.
  public let sourceFile: String
  /// Format of the inputs, which selects their mutator.
  public let format: InputFormat
  /// Checks the cheap part of the property, for sessions that check the whole on selected inputs.
  ///
  /// It checks nothing that `run` does not check, so that its violations are reproducible. Nil when
  /// there is no cheap part: every input then gets the whole check.
  public let quickCheck: (@Sendable (_ input: Span<UInt8>) throws(PropertyViolation) -> Void)?
  /// Checks the property on one input. An input that the parser refuses satisfies it.
  public let run: @Sendable (_ input: Span<UInt8>) throws(PropertyViolation) -> Void

  /// Creates a target; its module is that of the calling file unless it is given. Nothing is
  /// checked here: tests check the names, lengths and libraries of the catalogue.
  public init(
    name: String, property: String, maximumLength: Int, fileExtension: String,
    linkedLibraries: [String] = [], format: InputFormat = .bytes,
    module: String? = nil, fileID: String = #fileID,
    quickCheck: (@Sendable (_ input: Span<UInt8>) throws(PropertyViolation) -> Void)? = nil,
    run: @escaping @Sendable (_ input: Span<UInt8>) throws(PropertyViolation) -> Void
  ) {
    self.name = name
    self.property = property
    self.maximumLength = maximumLength
    self.fileExtension = fileExtension
    self.linkedLibraries = linkedLibraries
    self.module = module ?? String(fileID.prefix { $0 != "/" })
    self.sourceFile = String(fileID.split(separator: "/").last ?? "")
    self.format = format
    self.quickCheck = quickCheck
    self.run = run
  }
}

extension FuzzTarget {
  /// Creates a target with an asynchronous property, which gets a copy of the input.
  ///
  /// The property may suspend and start tasks; it has ended when the next input runs. Each input
  /// waits for a task, which costs some microseconds.
  public init(
    name: String, property: String, maximumLength: Int, fileExtension: String,
    linkedLibraries: [String] = [], format: InputFormat = .bytes,
    fileID: String = #fileID,
    asynchronous check:
      @escaping @Sendable (_ input: [UInt8]) async throws(PropertyViolation)
      -> Void
  ) {
    self.init(
      name: name, property: property, maximumLength: maximumLength, fileExtension: fileExtension,
      linkedLibraries: linkedLibraries, format: format, fileID: fileID
    ) { input throws(PropertyViolation) in
      var provider = InputProvider(input)
      let bytes = provider.rest()
      let result = BlockingTask.run { () async -> Result<Void, PropertyViolation> in
        do throws(PropertyViolation) {
          return .success(try await check(bytes))
        } catch {
          return .failure(error)
        }
      }
      try result.get()
    }
  }
}
