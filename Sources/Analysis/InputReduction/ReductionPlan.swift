internal import Mutation

/// Reducers for one input, or for one part of it.
struct ReductionStage {
  /// Index of the member that is reduced; nil when the input is no archive.
  var member: Int?
  var reducer: any Reducer
  /// Input of the stage, which is skipped unless it shows the finding.
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

/// Reducers for an input, chosen by its format.
enum ReductionPlan {
  /// Tiers of stages; a later tier runs only after all earlier ones no longer help, because it
  /// needs many tests or makes the earlier ones run again: archive members, their content or the
  /// input; parts that can only be deleted together; plainer bytes, and the bytes of a whole
  /// archive.
  static let tiers: [[@Sendable ([UInt8]) -> [ReductionStage]]] = [
    [{ archive($0) }, { contents($0, reducers) }],
    [{ contents($0) { _ in [BytePairs(), WordWindows()] } }],
    [{ contents($0) { _ in [PlainBytes()] } }, { remainder($0) }],
  ]

  /// Stages at the end of the first round: bytes made plain early need no second try at the end.
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
