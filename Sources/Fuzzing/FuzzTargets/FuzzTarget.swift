/// One thing to fuzz: a property that must hold for every input.
///
/// A target is a value, so that the same property runs under libFuzzer, in tests over seeds and crashes, and from the
/// command line. Surviving is not enough: `run` throws when the property is broken, and any trap on the way is a bug.
public struct FuzzTarget: Sendable {
  /// Short name: the entry point is `fuzz-NAME`, the corpus `corpus/NAME/`.
  public let name: String
  /// The property in one sentence, as `scenefuzz targets` prints it.
  public let property: String
  /// Longest input in bytes that a session tries (`-max_len`).
  public let maximumLength: Int
  /// File name extension of an input, without the dot.
  public let fileExtension: String
  /// C libraries that the entry point links; none in a target that is shipped to the distributed engine.
  public let linkedLibraries: [String]
  /// Name of the Swift module that declares the target, which a regression test imports.
  public let module: String
  /// How inputs are mutated beside plain bytes.
  public let mutation: StructureMutation
  /// Checks the property on one input. An input that the parser refuses is fine.
  public let run: @Sendable (_ input: Span<UInt8>) throws(PropertyViolation) -> Void

  /// Creates a target; its module is that of the calling file. Nothing is checked here: tests check the names, lengths
  /// and libraries of the catalogue.
  public init(
    name: String, property: String, maximumLength: Int, fileExtension: String,
    linkedLibraries: [String] = [], mutation: StructureMutation = .none,
    fileID: String = #fileID,
    run: @escaping @Sendable (_ input: Span<UInt8>) throws(PropertyViolation) -> Void
  ) {
    self.name = name
    self.property = property
    self.maximumLength = maximumLength
    self.fileExtension = fileExtension
    self.linkedLibraries = linkedLibraries
    self.module = String(fileID.prefix { $0 != "/" })
    self.mutation = mutation
    self.run = run
  }
}

/// What a target's inputs are taken for when they are mutated.
public enum StructureMutation: Equatable, Sendable {
  /// Plain bytes.
  case none
  /// A scene.
  case scene
  /// An XML document, whatever it means.
  case document
  /// A zip archive with a scene in it.
  case archive
  /// A DEFLATE stream.
  case stream
  /// A JSON text, by the names of markups files.
  case json
  /// Records and fields of a format.
  case text(TextKind)

  /// The formats of texts that mutators know besides XML, archives and JSON.
  public enum TextKind: Sendable {
    case link, values, fiducials, colors, nrrdHeader, annotations, volumeProperties, reports
  }
}
