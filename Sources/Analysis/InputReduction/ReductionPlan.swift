internal import Mutation

/// Reducers for one input, or for one part of it.
struct ReductionStage {
  /// Where the input is an archive: the member that is reduced.
  var member: Int?
  var reducer: any Reducer
  /// Must show the finding for the stage to be of use.
  var probe: [UInt8]?

  func group(_ index: Int, of input: [UInt8]) -> ChangeGroup? {
    guard let member else { return reducer.group(index, of: input) }
    guard let archive = ArchiveParts(input), member < archive.members.count,
      let inner = reducer.group(index, of: archive.members[member].contents)
    else { return nil }
    var group = ChangeGroup(count: inner.count, isExclusive: inner.isExclusive) { isMade in
      inner.making(isMade).map { archive.replacing(member, by: $0).written() }
    }
    group.few = inner.few
    return group
  }
}

/// What is tried on an input, by what it looks like.
enum ReductionPlan {
  /// What is tried in turn; a later one only when all before it help no more, since it takes many tests for its chance
  /// or leaves everything before it to be tried again: the members of an archive, what is in them or the input itself;
  /// parts that can only go together; bytes that could be plainer, and those of an archive that is whole.
  static let tiers: [[@Sendable ([UInt8]) -> [ReductionStage]]] = [
    [{ archive($0) }, { contents($0, reducers) }],
    [{ contents($0) { _ in [BytePairs(), WordWindows()] } }],
    [{ contents($0) { _ in [PlainBytes()] } }, { remainder($0) }],
  ]

  /// What closes the first round: what is plain by then need not be tried again when it would be made plain at the end.
  static let opening: [@Sendable ([UInt8]) -> [ReductionStage]] = [
    { contents($0) { $0.count <= WordWindows.longest ? [PlainBytes()] : [] } }
  ]

  private static func archive(_ input: [UInt8]) -> [ReductionStage] {
    guard let archive = ArchiveParts(input) else { return [] }
    return [ReductionStage(reducer: ArchiveReducer(), probe: archive.written())]
  }

  private static func contents(
    _ input: [UInt8], _ reducers: ([UInt8]) -> [any Reducer]
  ) -> [ReductionStage] {
    guard let archive = ArchiveParts(input) else {
      return reducers(input).map { ReductionStage(reducer: $0) }
    }
    let probe = archive.written()
    return archive.members.indices.flatMap { member in
      reducers(archive.members[member].contents).map {
        ReductionStage(member: member, reducer: $0, probe: probe)
      }
    }
  }

  private static func remainder(_ input: [UInt8]) -> [ReductionStage] {
    ArchiveParts(input) == nil ? [] : [ReductionStage(reducer: Chunks())]
  }

  private static func reducers(_ content: [UInt8]) -> [any Reducer] {
    var reducers: [any Reducer] = []
    if content.contains(UInt8(ascii: "<")), !MarkupOutline(content).elements.isEmpty {
      reducers += [
        MarkupLevels(), SceneNodes(), MarkupAttributes(), MarkupGaps(), MarkupNesting(),
        AttributeValues(), SceneIdentifiers(), MarkupNames(),
      ]
    } else if let first = content.first(where: { !ASCIIClass.isSpace($0) }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    {
      reducers += [BracketItems(), BracketHoists()]
    }
    return reducers + [Lines(), Words(), Chunks()]
  }
}
