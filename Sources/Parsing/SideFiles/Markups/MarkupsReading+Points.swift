internal import JSONReading

extension MarkupsReading {
  private static let pointNames = [
    "id", "label", "description", "associatedNodeID", "positionStatus", "position", "orientation",
    "selected", "locked", "visibility",
  ]

  mutating func readPoints(
    _ value: JSONValue?, into markup: inout Markup, isFlipped: Bool
  ) throws(Refusal) {
    guard let value else { return }
    if value.kind != .array { report.addHazard(.wrongType, at: value.offset) }
    var seen: Set<[UInt8]> = []
    for item in value.elements {
      guard item.kind == .object else {
        report.addHazard(.itemNotObject, at: item.offset)
        continue
      }
      try count(at: item.offset)
      var point = try readPoint(item, isFlipped: isFlipped)
      if point.id.isEmpty {
        // The next number is used, even when another point has it.
        markup.lastUsedPointNumber &+= 1
        point.id = Array("\(markup.lastUsedPointNumber)".utf8)
        report.addNote(.generatedID, at: item.offset)
      }
      if !seen.insert(point.id).inserted { report.addNote(.repeatedID, at: item.offset) }
      markup.points.append(point)
    }
  }

  private mutating func readPoint(
    _ item: JSONValue, isFlipped: Bool
  ) throws(Refusal) -> ControlPoint {
    let members = members(of: item, known: Self.pointNames)
    var point = ControlPoint(offset: item.offset)
    point.id = text("id", of: members) ?? []
    point.label = text("label", of: members) ?? []
    point.description = text("description", of: members) ?? []
    point.associatedNodeID = text("associatedNodeID", of: members) ?? []
    let status = try positionStatus(members["positionStatus"])
    let hasPosition = vector(members["position"], into: &point.position.values)
    if hasPosition, isFlipped { CoordinateSystem.flip(&point.position.values, first: 2) }
    switch status {
    case .none, .defined: point.status = hasPosition ? .defined : .undefined
    case .some(let status): point.status = status
    }
    if vector(members["orientation"], into: &point.orientation.values), isFlipped {
      CoordinateSystem.flip(&point.orientation.values, first: 6)
    }
    point.isSelected = bool("selected", of: members) ?? true
    point.isLocked = bool("locked", of: members) ?? false
    point.isVisible = bool("visibility", of: members) ?? true
    return point
  }

  /// Status of a position; nil when absent or no string.
  private mutating func positionStatus(
    _ value: JSONValue?
  ) throws(Refusal) -> ControlPoint.PositionStatus? {
    guard let value else { return nil }
    guard let string = value.string else {
      report.addHazard(.wrongType, at: value.offset)
      return nil
    }
    let name = String(decoding: cut(string), as: UTF8.self)
    guard let status = ControlPoint.PositionStatus(name: name) else {
      throw Refusal(code: .unknownPositionStatus, offset: value.offset)
    }
    return status
  }

  private static let measurementNames = [
    "name", "enabled", "value", "units", "description", "printFormat", "quantityCode",
    "derivationCode", "methodCode", "controlPointValues",
  ]

  /// Reads measurements. A repeated name updates the first: value and units are replaced, other
  /// members only when present.
  mutating func readMeasurements(
    _ value: JSONValue?, into markup: inout Markup
  ) throws(Refusal) {
    guard let value else { return }
    if value.kind != .array { report.addHazard(.wrongType, at: value.offset) }
    var places: [[UInt8]: Int] = [:]
    for item in value.elements {
      guard item.kind == .object else {
        report.addHazard(.itemNotObject, at: item.offset)
        continue
      }
      try count(at: item.offset)
      let members = members(of: item, known: Self.measurementNames)
      guard let name = text("name", of: members) else {
        report.addNote(.namelessMeasurement, at: item.offset)
        continue
      }
      if let place = places[name] {
        report.addNote(.repeatedMeasurement, at: item.offset)
        read(members, into: &markup.measurements[place])
      } else {
        places[name] = markup.measurements.count
        var measurement = Measurement(name: name)
        read(members, into: &measurement)
        markup.measurements.append(measurement)
      }
    }
  }

  private mutating func read(_ members: Members, into measurement: inout Measurement) {
    measurement.isEnabled = bool("enabled", of: members) ?? measurement.isEnabled
    measurement.value = members["value"]?.number?.value
    if let value = members["value"] {
      if value.number == nil { report.addHazard(.wrongType, at: value.offset) }
      if measurement.value?.isFinite == false {
        report.addHazard(.nonFiniteNumber, at: value.offset)
      }
    }
    if members["units"]?.kind == .array {
      measurement.units = codedEntry(members["units"])?.value ?? []
    } else {
      measurement.units = text("units", of: members) ?? []
    }
    measurement.description = text("description", of: members) ?? measurement.description
    measurement.printFormat = text("printFormat", of: members) ?? measurement.printFormat
    measurement.quantity = codedEntry(members["quantityCode"]) ?? measurement.quantity
    measurement.derivation = codedEntry(members["derivationCode"]) ?? measurement.derivation
    measurement.method = codedEntry(members["methodCode"]) ?? measurement.method
  }
}

extension MarkupsReading {
  mutating func readPlane(_ members: Members, isFlipped: Bool) throws(Refusal) -> PlaneGeometry {
    var plane = PlaneGeometry()
    plane.planeType = members["planeType"].map { _ in text("planeType", of: members) ?? [] }
    plane.sizeMode = members["sizeMode"].map { _ in text("sizeMode", of: members) ?? [] }
    if let factor = members["autoScalingFactor"] {
      if factor.number == nil { report.addHazard(.wrongType, at: factor.offset) }
      plane.autoScalingFactor = Reals([factor.number?.value ?? 0])
    }
    plane.size = try required(members["size"], count: 3, .invalidPlane)
    plane.bounds = try required(members["planeBounds"], count: 4, .invalidPlane)
    plane.objectToBase = try matrix(members["objectToBase"], isFlipped: isFlipped)
    plane.baseToNode = try matrix(members["baseToNode"], isFlipped: isFlipped)
    return plane
  }

  /// Reads a region of interest. Center and orientation are read as left-posterior-superior
  /// whatever the file says; each must be complete when present.
  mutating func readRegion(_ members: Members) throws(Refusal) -> RegionGeometry {
    var center = [0.0, 0, 0]
    var orientation = [Double](repeating: 0, count: 9)
    if let reals = try required(members["center"], count: 3, .invalidRegion) {
      center = reals.values
      CoordinateSystem.flip(&center, first: 2)
    }
    if let reals = try required(members["orientation"], count: 9, .invalidRegion) {
      orientation = reals.values
      CoordinateSystem.flip(&orientation, first: 6)
    }
    return RegionGeometry(
      regionType: members["roiType"].map { _ in text("roiType", of: members) ?? [] },
      isInsideOut: bool("insideOut", of: members) ?? false, center: Reals(center),
      orientation: Reals(orientation), size: wholeVector(members["size"], count: 3))
  }

  private mutating func wholeVector(_ value: JSONValue?, count: Int) -> Reals? {
    var numbers = [Double](repeating: 0, count: count)
    return vector(value, into: &numbers) ? Reals(numbers) : nil
  }

  /// Reads a vector that must be complete when present.
  private mutating func required(
    _ value: JSONValue?, count: Int, _ code: SideFileError.Code
  ) throws(Refusal) -> Reals? {
    guard let value else { return nil }
    guard let reals = wholeVector(value, count: count) else {
      throw Refusal(code: code, offset: value.offset)
    }
    return reals
  }

  private mutating func matrix(
    _ value: JSONValue?, isFlipped: Bool
  ) throws(Refusal) -> Reals? {
    guard var numbers = try required(value, count: 16, .invalidMatrix)?.values else { return nil }
    if isFlipped { CoordinateSystem.flip(&numbers, first: 8) }
    return Reals(numbers)
  }
}
