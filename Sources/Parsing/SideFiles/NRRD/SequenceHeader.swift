internal import ByteReading

/// Keys of a sequence in an NRRD header (`.seq.nrrd`), compared with the sizes of the header.
///
/// Facts: the storage classes of sequences in 3D Slicer. `axis N index type` and `axis N index
/// values` describe the sequence axis; `DataNodeClassName` names the class of the items.
public struct SequenceHeader: Sendable, Equatable {
  /// The sequence axis; nil when the header describes none.
  public let axis: Int?
  /// Index values in order, as written.
  public let indexValues: [[UInt8]]
  /// Class of the items; nil when absent.
  public let className: [UInt8]?
  /// Hazards, with offsets in the file.
  public private(set) var hazards: [SideFileHazard] = []

  /// Reads the keys of a header. Cost: linear in the keys.
  public init(_ header: NRRDHeader) {
    var axis: Int?
    var values: [[UInt8]] = []
    var className: [UInt8]?
    var valuesOffset = 0
    for pair in header.pairs {
      let key = String(decoding: pair.key, as: UTF8.self)
      if key == "DataNodeClassName" {
        className = pair.value
        let isNode =
          pair.value.starts(with: "vtkMRML".utf8) && pair.value.suffix(4) == Array("Node".utf8)[...]
        if !isNode { hazards.append(SideFileHazard(.activeName, at: pair.offset)) }
        continue
      }
      guard key.hasPrefix("axis "), let number = key.dropFirst(5).split(separator: " ").first,
        let place = Int(number)
      else { continue }
      if !header.sizes.indices.contains(place) {
        hazards.append(SideFileHazard(.indexOutside, at: pair.offset))
        continue
      }
      if key.hasSuffix(" index values") {
        axis = place
        values = pair.value.split(whereSeparator: \.isASCIISpace).map(Array.init)
        valuesOffset = pair.offset
      } else if key.hasSuffix(" name"), let item = Self.item(of: key), item >= header.sizes[place] {
        hazards.append(SideFileHazard(.indexOutside, at: pair.offset))
      }
    }
    if let axis, UInt64(values.count) != header.sizes[axis] {
      hazards.append(SideFileHazard(.countMismatch, at: valuesOffset))
    }
    self.axis = axis
    indexValues = values
    self.className = className
  }

  /// Number of the item in `axis N item NNNN name`; `UInt64.max` for one that does not fit.
  private static func item(of key: String) -> UInt64? {
    let words = key.split(separator: " ")
    guard words.count == 5, words[2] == "item" else { return nil }
    return words[3].utf8.allSatisfy(\.isASCIIDigit) ? UInt64(words[3]) ?? .max : nil
  }
}
