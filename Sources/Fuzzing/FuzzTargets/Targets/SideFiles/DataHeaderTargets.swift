internal import ByteReading
internal import SideFiles

extension FuzzTarget {
  /// Headers of MetaImage and NIfTI files.
  public static let imageHeader = FuzzTarget(
    name: "image-header",
    property: """
      Every claim of an image header is compared with the bytes, offsets lie inside, data without a \
      hazard lies in the file, one byte less of it is a hazard, and a header survives writing and \
      reading.
      """,
    maximumLength: 4_096, fileExtension: "mha", format: "image-header"
  ) { input throws(PropertyViolation) in
    guard let header = try DataHeaderProperties.image(input) else { return }
    try ClaimProperties.check(header.report, count: input.count, isWhole: !header.isInflated)
    try WrittenHeaderProperties.check(header)
    try PropertyCheck.atMost(
      header.dataFiles.count, SideFileLimits.default.maximumRecords, property: "cost",
      place: "data files")
    guard !header.isInflated, header.encoding == .raw, let offset = header.dataOffset else {
      return
    }
    try PropertyCheck.offset(offset, isInside: input.count, of: "data")
    guard !header.report.hazards.contains(where: { $0.code == .dataTooShort }) else { return }
    try PropertyCheck.atMost(
      Int(clamping: header.sampleBytes), input.count - offset, property: "claims-hold",
      place: "samples")
    // The data ends at the end of the file: without its last byte the claim fails.
    guard header.sampleBytes > 0, header.sampleBytes == UInt64(input.count - offset) else { return }
    let cut = input.extracting(0..<input.count - 1)
    guard let shorter = try DataHeaderProperties.image(cut) else { return }
    guard shorter.report.hazards.contains(where: { $0.code == .dataTooShort }) else {
      throw PropertyViolation(
        property: "short-data-is-a-hazard", place: "samples", expected: "dataTooShort",
        found: "none")
    }
  }

  /// STL, OBJ and PLY meshes.
  public static let meshHeader = FuzzTarget(
    name: "mesh-header",
    property: """
      Counts, indices and claims of a mesh file are compared with its bytes, offsets lie inside, and \
      declared arrays cost bytes, and counts and arrays survive writing and reading.
      """,
    maximumLength: 4_096, fileExtension: "ply", format: "mesh"
  ) { input throws(PropertyViolation) in
    for name in ["mesh.stl", "mesh.obj"] {
      guard let header = try DataHeaderProperties.mesh(input, name) else { continue }
      try ClaimProperties.check(header.report, count: input.count, isWhole: true)
      try PropertyCheck.atMost(
        header.arrays.count, input.count, property: "cost", place: "arrays")
      try DataHeaderProperties.binarySTL(header, input)
      try WrittenHeaderProperties.check(header, name)
    }
  }

  /// Legacy and XML files of VTK.
  public static let vtkHeader = FuzzTarget(
    name: "vtk-header",
    property: """
      Claims, block sizes and offsets of a VTK file are compared with its data, offsets lie inside, and \
      every declared array costs bytes, and counts and arrays survive writing and reading.
      """,
    maximumLength: 4_096, fileExtension: "vtk", format: "vtk"
  ) { input throws(PropertyViolation) in
    if let header = try DataHeaderProperties.mesh(input, "mesh.vtk") {
      try ClaimProperties.check(header.report, count: input.count, isWhole: true)
      try PropertyCheck.atMost(
        header.arrays.count, input.count, property: "cost", place: "arrays")
      try WrittenHeaderProperties.check(header, "mesh.vtk")
    }
    let header: VTKXMLHeader
    do throws(SideFileError) {
      header = try VTKXMLHeader(reading: input)
    } catch {
      return try DataHeaderProperties.refusal(error, input)
    }
    try ClaimProperties.check(header.report, count: input.count, isWhole: false)
    try PropertyCheck.atMost(header.arrays.count, input.count, property: "cost", place: "arrays")
    try WrittenHeaderProperties.check(header)
    for array in header.arrays {
      try PropertyCheck.offset(array.offset, isInside: input.count, of: "array")
    }
    if let offset = header.appendedOffset {
      try PropertyCheck.offset(offset, isInside: input.count, of: "appended data")
    }
  }
}

/// Readings of data headers that targets share.
enum DataHeaderProperties {
  /// Reads an image header twice; nil for a refused input.
  static func image(_ input: Span<UInt8>) throws(PropertyViolation) -> ImageHeader? {
    let header: ImageHeader
    do throws(SideFileError) {
      header = try ImageHeader(reading: input)
    } catch {
      try refusal(error, input)
      return nil
    }
    guard let again = try? ImageHeader(reading: input), again == header else {
      throw PropertyViolation(
        property: "reading-is-pure", place: "image header", expected: "an equal header",
        found: "another")
    }
    return header
  }

  /// Reads a mesh; nil for a refused input.
  static func mesh(
    _ input: Span<UInt8>, _ name: String
  ) throws(PropertyViolation) -> MeshHeader? {
    do throws(SideFileError) {
      return try MeshHeader(reading: input, fileName: name)
    } catch {
      try refusal(error, input)
      return nil
    }
  }

  /// Checks offset and message of a refusal.
  static func refusal(
    _ error: SideFileError, _ input: Span<UInt8>
  ) throws(PropertyViolation) {
    try MessageProperties.printable("\(error)", of: "refusal")
    try PropertyCheck.offset(error.position.offset, isInside: input.count, of: "refusal")
  }

  /// Reference rule of binary STL: 84 bytes, then 50 for each triangle of the count at 80.
  static func binarySTL(
    _ header: MeshHeader, _ input: Span<UInt8>
  ) throws(PropertyViolation) {
    guard header.format == .stlBinary else { return }
    var count = 0
    for place in (80..<84).reversed() { count = count << 8 | Int(input[place]) }
    try PropertyCheck.equal(
      84 + 50 * count > input.count,
      header.report.hazards.contains { $0.code == .dataTooShort },
      property: "claims-hold", place: "triangles")
  }
}

extension ImageHeader {
  /// Whether the header was read from inflated data, whose offsets are not those of the file.
  fileprivate var isInflated: Bool { format != .metaImage && encoding == .compressed }
}
