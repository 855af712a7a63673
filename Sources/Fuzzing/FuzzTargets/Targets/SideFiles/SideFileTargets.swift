internal import ByteReading
internal import SideFiles

extension FuzzTarget {
  /// Fiducial files: both old forms, and the form with a version.
  public static let fcsv = FuzzTarget(
    name: "fcsv",
    property: """
      Any text is a fiducial file, every offset lies inside, and points survive writing and reading.
      """,
    maximumLength: 4096, fileExtension: "fcsv", format: "fcsv"
  ) { input throws(PropertyViolation) in
    for name in ["points.fcsv", "label.acsv"] {
      let form = FiducialFile.OldForm(fileName: name)
      let file: FiducialFile
      do throws(SideFileError) {
        file = try FiducialFile(reading: input, oldForm: form)
      } catch {
        throw PropertyViolation(
          property: "any-text-is-read", place: "file", expected: "accepted", found: error.name)
      }
      try SideFileProperties.offsetsInside(file.report, count: input.count)
      for fiducial in file.points {
        try PropertyCheck.offset(fiducial.point.offset, isInside: input.count, of: "point")
      }
      // The form with a version cannot represent a NUL in a label; the old form can.
      if file.points.contains(where: { $0.point.label.contains(0) }) { continue }
      let written = file.write()
      try CostProperties.written(written, factor: 64, count: input.count)
      let again: FiducialFile
      do throws(SideFileError) {
        again = try FiducialFile(reading: written.span)
      } catch {
        throw SideFileProperties.unreadable(error)
      }
      try SideFileProperties.equal(file.points, again.points, "points")
    }
  }

  /// Color tables in all their forms, and color transfer functions.
  public static let colors = FuzzTarget(
    name: "colors",
    property: """
      A color table in each of its forms has ascending indices up to the limit, every offset lies inside, \
      and a table survives writing and reading.
      """,
    maximumLength: 4096, fileExtension: "ctbl", format: "color-table"
  ) { input throws(PropertyViolation) in
    for name in ["table.ctbl", "table.csv", "table.tsv"] {
      try SideFileProperties.checkTable(input, ColorTableFile.Form(fileName: name))
    }
    try SideFileProperties.checkProcedural(input)
  }
}

extension SideFileProperties {
  fileprivate static func checkTable(
    _ input: Span<UInt8>, _ form: ColorTableFile.Form
  ) throws(PropertyViolation) {
    let table: ColorTableFile
    do throws(SideFileError) {
      table = try ColorTableFile(reading: input, form: form)
    } catch {
      return try PropertyCheck.offset(error.position.offset, isInside: input.count, of: "refusal")
    }
    try offsetsInside(table.report, count: input.count)
    var last: Int32 = -1
    let isColumns = if case .columns = form { true } else { false }
    for color in table.colors {
      guard color.index > last, color.index <= ColorTableFile.maximumIndex else {
        throw PropertyViolation(
          property: "ascending-indices", place: "color",
          expected: "more than \(last), within the limit",
          found: "\(color.index)")
      }
      last = color.index
      try PropertyCheck.offset(color.offset, isInside: input.count, of: "color")
      try PropertyCheck.equal(
        4, color.components.count, property: "four-components", place: "color")
      // The form with columns keeps components unchanged.
      guard isColumns || color.components.allSatisfy({ (0...255).contains($0) }) else {
        throw PropertyViolation(
          property: "components-in-range", place: "color", expected: "0 to 255",
          found: "\(color.components)")
      }
    }
    let written = table.write()
    try CostProperties.written(written, factor: 64, count: input.count)
    let again: ColorTableFile
    do throws(SideFileError) {
      again = try ColorTableFile(reading: written.span, form: form)
    } catch {
      throw unreadable(error)
    }
    try equal(table.colors, again.colors, "table")
  }

  fileprivate static func checkProcedural(_ input: Span<UInt8>) throws(PropertyViolation) {
    let file: ProceduralColorFile
    do throws(SideFileError) {
      file = try ProceduralColorFile(reading: input)
    } catch {
      throw PropertyViolation(
        property: "any-text-is-read", place: "function", expected: "accepted", found: error.name)
    }
    try offsetsInside(file.report, count: input.count)
    let written = file.write()
    try CostProperties.written(written, factor: 64, count: input.count)
    let again: ProceduralColorFile
    do throws(SideFileError) {
      again = try ProceduralColorFile(reading: written.span)
    } catch {
      throw unreadable(error)
    }
    try equal(file.points, again.points, "function")
  }
}
