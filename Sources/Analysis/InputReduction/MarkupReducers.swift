internal import Mutation

/// Deletes elements with their content, outermost first.
struct MarkupLevels: Reducer {
  /// Maximum depth; the reducer of nesting handles deeper elements.
  private static let deepest = 64

  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index < Self.deepest else { return nil }
    let elements = MarkupOutline(input).elements
    var depths: [Int] = []
    depths.reserveCapacity(elements.count)
    for element in elements { depths.append(element.parent < 0 ? 0 : depths[element.parent] + 1) }
    let level = elements.indices.filter { depths[$0] == index }
    return level.isEmpty ? nil : ChangeGroup(input, level.map { [Edit(elements[$0].whole)] })
  }
}

/// Replaces an element by its content, then by an empty-element tag.
struct MarkupNesting: Reducer {
  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index < 2 else { return nil }
    let elements = MarkupOutline(input).elements
      .filter { !$0.isEmpty && $0.whole.upperBound > $0.tag.upperBound }
    return ChangeGroup(
      input,
      elements.map { element in
        index == 0
          ? [Edit(element.tag), Edit(element.contentEnd..<element.whole.upperBound)]
          : [Edit(element.tag.upperBound - 1..<element.whole.upperBound, Array("/>".utf8))]
      })
  }
}

/// Deletes attributes.
struct MarkupAttributes: Reducer {
  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index == 0 else { return nil }
    return ChangeGroup(input, MarkupOutline(input).attributes.map { [Edit($0.whole)] })
  }
}

/// Deletes text between tags (character data, comments, declarations), then white space inside
/// tags.
struct MarkupGaps: Reducer {
  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index < 2 else { return nil }
    let outline = MarkupOutline(input)
    let gaps = index == 0 ? Self.between(outline, input.count) : Self.inside(outline, input)
    return ChangeGroup(input, gaps.map { [Edit($0)] })
  }

  private static func between(_ outline: MarkupOutline, _ count: Int) -> [Range<Int>] {
    var tags: [Range<Int>] = []
    for element in outline.elements {
      tags.append(element.tag)
      if element.whole.upperBound > element.tag.upperBound {
        tags.append(element.contentEnd..<element.whole.upperBound)
      }
    }
    var gaps: [Range<Int>] = []
    var place = 0
    for tag in tags.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if tag.lowerBound > place { gaps.append(place..<tag.lowerBound) }
      place = max(place, tag.upperBound)
    }
    return gaps + (place < count ? [place..<count] : [])
  }

  /// Surplus space before an attribute, and space before the end of a tag.
  private static func inside(_ outline: MarkupOutline, _ input: [UInt8]) -> [Range<Int>] {
    outline.elements.flatMap { element in
      let attributes = outline.attributes[element.attributes]
      var gaps = attributes.compactMap { attribute in
        let spaces = attribute.whole.lowerBound..<attribute.name.lowerBound
        return spaces.count > 1 ? spaces.dropFirst() : nil
      }
      let place = attributes.last?.whole.upperBound ?? element.name.upperBound
      var end = place
      while end < element.tag.upperBound, ASCIIClass.isSpace(input[end]) { end += 1 }
      if end > place { gaps.append(place..<end) }
      return gaps
    }
  }
}

/// Shortens element names to one letter, then by one letter, in start and end tags alike.
struct MarkupNames: Reducer {
  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard index < 2 else { return nil }
    let elements = MarkupOutline(input).elements.filter { $0.name.count > 1 }
    return ChangeGroup(
      input,
      elements.flatMap { element -> [[Edit]] in
        let isClosed = element.whole.upperBound > element.tag.upperBound
        let end = element.contentEnd + 2..<element.contentEnd + 2 + element.name.count
        if index == 0 {
          return [[element.name] + (isClosed ? [end] : [])].map { $0.map { Edit($0, [0x61]) } }
        }
        return (0..<element.name.count).map { letter in
          [element.name.lowerBound + letter]
            .appending(isClosed ? end.lowerBound + letter : nil).map { Edit($0..<$0 + 1) }
        }
      })
  }
}

extension Array {
  fileprivate func appending(_ element: Element?) -> [Element] {
    element.map { self + [$0] } ?? self
  }
}
