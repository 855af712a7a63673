internal import SideFiles

/// A header without hazards is written with zeros as data, and read back equal and without hazards.
enum WrittenHeaderProperties {
  /// Maximum bytes of data that are written, so that one input costs microseconds.
  private static let limit = 1 << 14

  static func check(_ header: ImageHeader) throws(PropertyViolation) {
    guard header.report.hazards.isEmpty, header.report.dropped == 0,
      let written = header.write(limit: limit)
    else { return }
    let again: ImageHeader
    do throws(SideFileError) {
      again = try ImageHeader(reading: written.span)
    } catch {
      throw SideFileProperties.unreadable(error)
    }
    try withoutHazards(again.report)
    try equal(header.format, again.format, "format")
    try equal(header.encoding, again.encoding, "encoding")
    try equal(header.sizes, again.sizes, "sizes")
    try equal(header.componentBytes, again.componentBytes, "component bytes")
    try equal(header.componentCount, again.componentCount, "components")
    try equal(header.dataFiles, again.dataFiles, "data files")
    try equal(header.dataOffset == nil, again.dataOffset == nil, "data offset")
    try equal(header.detachedData, again.detachedData, "detached data")
  }

  static func check(_ header: MeshHeader, _ name: String) throws(PropertyViolation) {
    guard header.report.hazards.isEmpty, header.report.dropped == 0,
      let written = header.write(limit: limit)
    else { return }
    let again: MeshHeader
    do throws(SideFileError) {
      again = try MeshHeader(reading: written.span, fileName: name)
    } catch {
      throw SideFileProperties.unreadable(error)
    }
    try withoutHazards(again.report)
    try equal(header.format, again.format, "format")
    try equal(header.pointCount, again.pointCount, "points")
    try equal(header.cellCount, again.cellCount, "cells")
    try arrays(header.arrays, again.arrays)
  }

  static func check(_ header: VTKXMLHeader) throws(PropertyViolation) {
    guard header.report.hazards.isEmpty, header.report.dropped == 0,
      let written = header.write(limit: limit)
    else { return }
    let again: VTKXMLHeader
    do throws(SideFileError) {
      again = try VTKXMLHeader(reading: written.span)
    } catch {
      throw SideFileProperties.unreadable(error)
    }
    try withoutHazards(again.report)
    try equal(header.type, again.type, "type")
    try equal(header.pointCount, again.pointCount, "points")
    try equal(header.cellCount, again.cellCount, "cells")
    try arrays(header.arrays, again.arrays)
  }

  /// The last arrays of the written file are those of the header.
  private static func arrays(
    _ arrays: [MeshArray], _ written: [MeshArray]
  ) throws(PropertyViolation) {
    for (array, again) in zip(arrays, written.suffix(arrays.count)) {
      try equal(array.type, again.type, "type of an array")
      try equal(array.componentCount, again.componentCount, "components of an array")
      try equal(array.tupleCount, again.tupleCount, "tuples of an array")
    }
    try PropertyCheck.atMost(
      arrays.count, written.count, property: "write-read", place: "number of arrays")
  }

  private static func withoutHazards(_ report: SideFileReport) throws(PropertyViolation) {
    guard let hazard = report.hazards.first else { return }
    throw PropertyViolation(
      property: "write-read", place: "written file", expected: "no hazard",
      found: "\(hazard.code.rawValue) at \(hazard.offset)")
  }

  private static func equal<Value: Equatable>(
    _ expected: Value, _ found: Value, _ place: String
  ) throws(PropertyViolation) {
    try PropertyCheck.equal(expected, found, property: "write-read", place: place)
  }
}
