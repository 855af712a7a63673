internal import JSONReading

extension Markup {
  static let schema =
    "https://raw.githubusercontent.com/slicer/slicer/master/Modules/Loadable/Markups/Resources/Schema/"
    + "markups-schema-v1.0.3.json#"

  /// Writes the file in schema 1.0.3. Reading it gives an equal markup where numbers are read to
  /// the nearest double; the fast number parser of the application may differ in the last digits.
  /// An undefined status becomes `undefined`.
  public func write() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("@schema")
    json.string(Self.schema.utf8)
    json.key("markups")
    json.beginArray()
    writeElement(&json)
    json.endArray()
    json.endObject()
    return json.bytes + [0x0A]
  }

  private func writeElement(_ json: inout JSONWriter) {
    json.beginObject()
    json.key("type")
    json.string(type.utf8)
    json.key("coordinateSystem")
    json.string(coordinateSystem.name.utf8)
    json.key("locked")
    json.bool(isLocked)
    json.key("fixedNumberOfControlPoints")
    json.bool(hasFixedNumberOfPoints)
    if let labelFormat {
      json.key("labelFormat")
      json.string(labelFormat)
    }
    json.key("lastUsedControlPointNumber")
    json.integer(Int(lastUsedPointNumber))
    if let plane { write(plane, &json) }
    if let region { write(region, &json) }
    json.key("controlPoints")
    json.beginArray()
    for point in points { write(point, &json) }
    json.endArray()
    json.key("measurements")
    json.beginArray()
    for measurement in measurements { Self.write(measurement, &json) }
    json.endArray()
    json.endObject()
  }

  private func write(_ point: ControlPoint, _ json: inout JSONWriter) {
    json.beginObject()
    for (name, text) in [
      ("id", point.id), ("label", point.label), ("description", point.description),
      ("associatedNodeID", point.associatedNodeID),
    ] {
      json.key(name)
      json.string(text)
    }
    json.key("positionStatus")
    json.string((point.status.name ?? "undefined").utf8)
    json.key("position")
    json.reals(axes(point.position.values, 2))
    json.key("orientation")
    json.reals(axes(point.orientation.values, 6))
    for (name, flag) in [
      ("selected", point.isSelected), ("locked", point.isLocked), ("visibility", point.isVisible),
    ] {
      json.key(name)
      json.bool(flag)
    }
    json.endObject()
  }

  private func write(_ plane: PlaneGeometry, _ json: inout JSONWriter) {
    for (name, text) in [("planeType", plane.planeType), ("sizeMode", plane.sizeMode)] {
      guard let text else { continue }
      json.key(name)
      json.string(text)
    }
    if let factor = plane.autoScalingFactor?.values.first {
      json.key("autoScalingFactor")
      json.real(factor)
    }
    for (name, numbers, flipped) in [
      ("size", plane.size, 0), ("planeBounds", plane.bounds, 0),
      ("objectToBase", plane.objectToBase, 8), ("baseToNode", plane.baseToNode, 8),
    ] {
      guard let numbers else { continue }
      json.key(name)
      json.reals(axes(numbers.values, flipped))
    }
  }

  private func write(_ region: RegionGeometry, _ json: inout JSONWriter) {
    if let type = region.regionType {
      json.key("roiType")
      json.string(type)
    }
    json.key("insideOut")
    json.bool(region.isInsideOut)
    for (name, numbers, count) in [
      ("center", region.center, 2), ("orientation", region.orientation, 6),
    ] {
      var values = numbers.values
      CoordinateSystem.flip(&values, first: count)
      json.key(name)
      json.reals(values)
    }
    if let size = region.size {
      json.key("size")
      json.reals(size.values)
    }
  }

  private static func write(_ measurement: Measurement, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.string(measurement.name)
    json.key("enabled")
    json.bool(measurement.isEnabled)
    if let value = measurement.value {
      json.key("value")
      json.real(value)
    }
    for (name, text) in [
      ("units", measurement.units), ("description", measurement.description),
      ("printFormat", measurement.printFormat),
    ] {
      json.key(name)
      json.string(text)
    }
    for (name, entry) in [
      ("quantityCode", measurement.quantity), ("derivationCode", measurement.derivation),
      ("methodCode", measurement.method),
    ] {
      guard let entry else { continue }
      json.key(name)
      json.beginArray()
      for text in [entry.value, entry.scheme, entry.meaning] { json.string(text) }
      json.endArray()
    }
    json.endObject()
  }

  /// Converts `numbers` to the axes of the file.
  private func axes(_ numbers: [Double], _ flipped: Int) -> [Double] {
    guard coordinateSystem == .lps else { return numbers }
    var numbers = numbers
    CoordinateSystem.flip(&numbers, first: flipped)
    return numbers
  }
}
