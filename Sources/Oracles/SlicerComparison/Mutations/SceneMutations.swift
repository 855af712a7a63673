import SceneModel

/// Scenes made from others by small changes, the same ones for the same seed: elements dropped, doubled, moved, nested
/// and renamed, attributes dropped, added and given odd values, identifiers shared, references bent, bytes changed.
package struct SceneMutations: Sequence, Sendable {
  let corpus: [[UInt8]]
  let count: Int
  let seed: UInt64

  /// `corpus` must not be empty.
  package init(of corpus: [[UInt8]], count: Int, seed: UInt64) {
    self.corpus = corpus
    self.count = count
    self.seed = seed
  }

  /// The scenes in order, each made when it is asked for; the scene of one number does not depend on those before.
  package func makeIterator() -> some IteratorProtocol<[UInt8]> {
    let (corpus, seed) = (corpus, seed)
    return (0..<count).lazy.map { number in
      var mutator = SceneMutator(corpus, seed: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
      return mutator.make()
    }.makeIterator()
  }
}

/// Makes one mutation.
struct SceneMutator {
  let corpus: [[UInt8]]
  var random: MutationRandom
  private let catalog = NodeCatalog.slicer

  init(_ corpus: [[UInt8]], seed: UInt64) {
    self.corpus = corpus
    random = MutationRandom(seed: seed)
  }

  mutating func make() -> [UInt8] {
    var bytes = random.pick(corpus)
    if var text = SceneText(reading: bytes) {
      for _ in 0..<(1 + random.below(4)) where !text.starts.isEmpty { change(&text) }
      bytes = text.bytes
    }
    // One in eight is broken below the level of tags.
    if random.below(8) == 0 { changeBytes(&bytes) }
    return bytes
  }

  private mutating func change(_ text: inout SceneText) {
    let start = random.pick(text.starts)
    let range = text.element(at: start)
    switch random.below(12) {
    case 0: text.tags.removeSubrange(range)
    case 1: text.tags.insert(contentsOf: text.tags[range], at: random.pick(text.starts))
    case 2:
      let moved = Array(text.tags[range])
      text.tags.removeSubrange(range)
      let places = text.starts
      text.tags.insert(
        contentsOf: moved, at: places.isEmpty ? range.lowerBound : random.pick(places))
    case 3: text.rename(start, randomTag())
    case 4: splice(into: &text, at: start)
    case 5: nest(&text, range)
    case 6: text.change(start) { if !$0.isEmpty { $0.remove(at: random.below($0.count)) } }
    case 7: addAttribute(&text, start)
    case 8: shareIdentifier(&text, start)
    case 9: bendReferences(&text, start)
    default:
      text.change(start) { attributes in
        guard !attributes.isEmpty else { return }
        let place = random.below(attributes.count)
        attributes[place].value = oddValue(attributes[place].value)
      }
    }
  }

  private mutating func randomTag() -> [UInt8] {
    let type = random.pick(catalog.types)
    switch random.below(8) {
    case 0: return Array(type.name.utf8)
    case 1: return Array("\(type.name)Node".utf8)
    case 2:
      return Array(random.pick(["Watchdog", "MRML", "FiberBundle", "SubjectHierarchyItem"]).utf8)
    default: return Array((type.tags.randomElement(using: &random) ?? type.name).utf8)
    }
  }

  private mutating func splice(into text: inout SceneText, at place: Int) {
    guard let other = SceneText(reading: random.pick(corpus)), !other.starts.isEmpty else { return }
    let range = other.element(at: random.pick(other.starts))
    text.tags.insert(contentsOf: other.tags[range], at: place)
  }

  /// Puts the element into a scene view, or its content into the element before it.
  private mutating func nest(_ text: inout SceneText, _ range: Range<Int>) {
    let view = Array((random.below(4) == 0 ? "SceneViewNode" : "SceneView").utf8)
    text.tags.insert(.end(view), at: range.upperBound)
    text.tags.insert(.start(view, []), at: range.lowerBound)
  }

  private mutating func addAttribute(_ text: inout SceneText, _ start: Int) {
    guard case .start(let name, _) = text.tags[start] else { return }
    let type = catalog.type(forTag: name[...]) ?? random.below(catalog.types.count)
    let known = catalog.attributes(of: type)
    let attribute = random.pick(known)
    let name2 = attribute.match == .whole ? attribute.name : attribute.name + "\(random.below(3))"
    let value = oddValue(Array((attribute.defaultText ?? "").utf8), of: attribute.kind)
    text.change(start) {
      $0.insert(
        .init(name: Array(name2.utf8), value: value),
        at: $0.isEmpty ? 0 : random.below($0.count + 1))
    }
  }

  /// Gives the element the identifier or the singleton tag of another one.
  private mutating func shareIdentifier(_ text: inout SceneText, _ start: Int) {
    let other = random.pick(text.starts)
    guard case .start(_, let theirs) = text.tags[other] else { return }
    let name = Array((random.below(3) == 0 ? "singletonTag" : "id").utf8)
    let value = theirs.first { $0.name == name }?.value ?? Array("S".utf8)
    text.change(start) { attributes in
      attributes.removeAll { $0.name == name }
      attributes.append(.init(name: name, value: value))
    }
  }
}
