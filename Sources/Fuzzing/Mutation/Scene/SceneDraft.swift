internal import StableNumbers

/// Scene during a mutation: its bytes, their outline, and the edits.
///
/// Edits are applied together at the end, so that positions stay valid during the mutation.
struct SceneDraft {
  let bytes: [UInt8]
  let outline: MarkupOutline
  var random: SplitMix64
  /// Maximum size of the result in bytes.
  let limit: Int
  private var edits: [(range: Range<Int>, text: [UInt8])] = []

  init(_ bytes: [UInt8], random: SplitMix64, limit: Int) {
    self.bytes = bytes
    outline = MarkupOutline(bytes, maximumElements: MarkupOutline.maximumElements)
    self.random = random
    self.limit = limit
  }

  // MARK: Access

  func text(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  func holds(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && bytes[range].elementsEqual("\(word)".utf8)
  }

  mutating func anyElement() -> Int? {
    outline.elements.isEmpty ? nil : random.below(outline.elements.count)
  }

  /// Any element but the first, which is the root.
  mutating func innerElement() -> Int? {
    outline.elements.count < 2 ? nil : 1 + random.below(outline.elements.count - 1)
  }

  mutating func anyAttribute() -> MarkupOutline.Attribute? {
    outline.attributes.isEmpty ? nil : outline.attributes[random.below(outline.attributes.count)]
  }

  func attribute(_ name: [UInt8], of element: Int) -> MarkupOutline.Attribute? {
    outline.elements[element].attributes.lazy.map { outline.attributes[$0] }
      .first { bytes[$0.name].elementsEqual(name) }
  }

  func id(of element: Int) -> ArraySlice<UInt8>? {
    attribute(Words.id, of: element).map { bytes[$0.value] }
  }

  /// Any element with an identifier.
  mutating func anyIdentified() -> Int? { random.pick(outline.identified)?.element }

  // MARK: Edits

  mutating func replace(_ range: Range<Int>, with text: some Sequence<UInt8>) {
    edits.append((range, Array(text)))
  }

  mutating func insert(_ text: some Sequence<UInt8>, at place: Int) {
    edits.append((place..<place, Array(text)))
  }

  /// Sets the value of an attribute, or adds the attribute.
  mutating func set(_ name: [UInt8], of element: Int, to value: some Sequence<UInt8>) {
    if let attribute = attribute(name, of: element) {
      replace(attribute.value, with: value)
    } else {
      let place = outline.elements[element].name.upperBound
      insert([0x20] + name + [0x3D, 0x22] + Array(value) + [0x22], at: place)
    }
  }

  /// Inserts markup before an element, after the root, or at the end of an element's content.
  mutating func insertMarkup(_ text: some Sequence<UInt8>) {
    guard !outline.elements.isEmpty else { return insert(text, at: bytes.count) }
    let element = outline.elements[random.below(outline.elements.count)]
    if element.parent < 0 || random.once(in: 3) {
      // At the end of the content, if the element has content.
      if !element.isEmpty { return insert(text, at: element.contentEnd) }
    }
    insert(text, at: element.parent < 0 ? element.whole.upperBound : element.tag.lowerBound)
  }

  // MARK: Result

  /// Applies the edits; nil when nothing changed or the result is too long.
  func result() -> [UInt8]? {
    if edits.isEmpty { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 256)
    var place = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      // The first of two overlapping edits wins.
      guard edit.range.lowerBound >= place else { continue }
      out += bytes[place..<edit.range.lowerBound]
      out += edit.text
      place = edit.range.upperBound
      if out.count > limit { return nil }
    }
    out += bytes[place...]
    return out.count <= limit && out != bytes ? out : nil
  }
}
