/// A scene that is being changed: its bytes, their outline, and the changes asked for.
///
/// A mutation asks for changes by place and sees none of them until all are made, so that places stay what they are.
struct SceneDraft {
  let bytes: [UInt8]
  let outline: MarkupOutline
  var random: MutationRandom
  /// Most bytes that the result may have.
  let limit: Int
  private var edits: [(range: Range<Int>, text: [UInt8])] = []

  init(_ bytes: [UInt8], random: MutationRandom, limit: Int) {
    self.bytes = bytes
    outline = MarkupOutline(bytes, most: MarkupOutline.maximumElements)
    self.random = random
    self.limit = limit
  }

  // MARK: Looking

  func text(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  func holds(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && bytes[range].elementsEqual("\(word)".utf8)
  }

  mutating func anyElement() -> Int? {
    outline.elements.isEmpty ? nil : random.below(outline.elements.count)
  }

  /// Any element but the first: what is inside the root.
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

  /// One of the elements that have an identifier.
  mutating func anyIdentified() -> Int? { random.pick(outline.identified)?.element }

  // MARK: Asking for changes

  mutating func replace(_ range: Range<Int>, with text: some Sequence<UInt8>) {
    edits.append((range, Array(text)))
  }

  mutating func insert(_ text: some Sequence<UInt8>, at place: Int) {
    edits.append((place..<place, Array(text)))
  }

  /// Gives an attribute of an element another value, or the element the attribute.
  mutating func set(_ name: [UInt8], of element: Int, to value: some Sequence<UInt8>) {
    if let attribute = attribute(name, of: element) {
      replace(attribute.value, with: value)
    } else {
      let place = outline.elements[element].name.upperBound
      insert([0x20] + name + [0x3D, 0x22] + Array(value) + [0x22], at: place)
    }
  }

  /// Puts elements where one may stand: before an element, or at the end of the root's content.
  mutating func insertMarkup(_ text: some Sequence<UInt8>) {
    guard !outline.elements.isEmpty else { return insert(text, at: bytes.count) }
    let element = outline.elements[random.below(outline.elements.count)]
    if element.parent < 0 || random.once(in: 3) {
      // Inside it, where it has an inside.
      if !element.isEmpty { return insert(text, at: element.contentEnd) }
    }
    insert(text, at: element.parent < 0 ? element.whole.upperBound : element.tag.lowerBound)
  }

  // MARK: The result

  /// The bytes with all changes made; nil when nothing was asked for or the result is too long.
  func result() -> [UInt8]? {
    if edits.isEmpty { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 256)
    var place = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      // Of two changes at one place the first is made.
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
