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
  /// Check of a property with a cheap part, for sessions that check the whole on selected inputs.
  ///
  /// It checks the cheap part, asks `wantsWhole`, goes on with the rest if that returns true, and
  /// returns the answer. So the rest takes over what the cheap part has read.
  public typealias TieredCheck =
    @Sendable (_ input: Span<UInt8>, _ wantsWhole: (Span<UInt8>) -> Bool) throws(PropertyViolation)
    -> Bool
  /// Checks the property in tiers. With the whole wanted it is `run`. Nil when there is no cheap
  /// part: every input then gets the whole check.
  public private(set) var tieredCheck: TieredCheck?
  /// Checks the property on one input. An input that the parser refuses satisfies it.
  public let run: @Sendable (_ input: Span<UInt8>) throws(PropertyViolation) -> Void

  /// Creates a target; its module is that of the calling file unless it is given. Nothing is
  /// checked here: tests check the names, lengths and libraries of the catalogue.
  public init(
    name: String, property: String, maximumLength: Int, fileExtension: String,
    linkedLibraries: [String] = [], format: InputFormat = .bytes,
    module: String? = nil, fileID: String = #fileID,
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
    self.run = run
  }

  /// Creates a target whose property has a cheap part.
  public init(
    name: String, property: String, maximumLength: Int, fileExtension: String,
    linkedLibraries: [String] = [], format: InputFormat = .bytes,
    module: String? = nil, fileID: String = #fileID, inTiers check: @escaping TieredCheck
  ) {
    self.init(
      name: name, property: property, maximumLength: maximumLength, fileExtension: fileExtension,
      linkedLibraries: linkedLibraries, format: format, module: module, fileID: fileID
    ) { input throws(PropertyViolation) in
      _ = try check(input) { _ in true }
    }
    tieredCheck = check
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
