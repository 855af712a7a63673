extension CorpusSelection {
  /// Selects from the inputs of a libFuzzer control file of `-set_cover_merge=1
  /// -merge_control_file=F`.
  ///
  /// Inputs of the first corpus and those for which `isProtected` is true are always kept.
  /// `microseconds` are the run times in the order of the file. See `SetCover.solve` for `stop` and
  /// the cost.
  package static func solve(
    controlFile bytes: Span<UInt8>, objective: CorpusObjective = .count,
    isProtected: (_ name: String) -> Bool = { _ in false }, microseconds: [Int]? = nil,
    limits: SetCoverLimits = SetCoverLimits(), stop: () -> Bool = { false }
  ) throws(CorpusSelectionError) -> CorpusSelection {
    let file: MergeControlFile
    do throws(MergeControlFileError) {
      file = try MergeControlFile(reading: bytes)
    } catch {
      throw .controlFile(error)
    }
    return try solve(
      file, objective: objective, isProtected: isProtected, microseconds: microseconds,
      limits: limits, stop: stop)
  }

  /// Selects from a parsed control file.
  package static func solve(
    _ file: consuming MergeControlFile, objective: CorpusObjective = .count,
    isProtected: (_ name: String) -> Bool = { _ in false }, microseconds: [Int]? = nil,
    limits: SetCoverLimits = SetCoverLimits(), stop: () -> Bool = { false }
  ) throws(CorpusSelectionError) -> CorpusSelection {
    let measured = file.inputs.indices.filter { file.inputs[$0].outcome == .measured }
    if objective.needsTimes, microseconds?.count != file.inputs.count { throw .timesMissing }
    let times = microseconds ?? [Int](repeating: 0, count: file.inputs.count)
    let weights = RankedWeights(
      objective: objective, sizes: measured.map { file.inputs[$0].size },
      microseconds: measured.map { times[$0] })
    guard let weights else { throw .weightsTooLarge }
    let instance: SetCoverInstance
    do throws(SetCoverError) {
      instance = try file.instance(of: measured, weights: weights.combined)
    } catch {
      throw .weightsTooLarge
    }
    let names = measured.map { file.inputs[$0].path }
    let protected = measured.indices.filter {
      measured[$0] < file.firstCorpusCount || isProtected(names[$0])
    }
    let sizes = measured.map { file.inputs[$0].size }
    let unmeasured = file.inputs.filter { $0.outcome != .measured }.map {
      Unmeasured(name: $0.path, outcome: $0.outcome)
    }
    // The instance has the features now; a second copy is not needed.
    file = MergeControlFile()
    let solution = SetCover.solve(instance, protected: protected, limits: limits, stop: stop)
    return CorpusSelection(
      objective: objective, filesBefore: measured.count, filesAfter: solution.columns.count,
      bytesBefore: sizes.reduce(0, +),
      bytesAfter: solution.columns.reduce(0) { $0 + sizes[$1] },
      featuresBefore: instance.rowCount, featuresAfter: instance.rowsCovered(by: solution.columns),
      weight: solution.columns.reduce(0) { $0 + weights.first[$1] },
      // The second weights of any selection sum to less than a unit of the first.
      lowerBound: solution.lowerBound / weights.unit,
      kept: solution.columns.map { names[$0] }, keptInputs: solution.columns.map { measured[$0] },
      unmeasured: unmeasured,
      reductions: solution.reductions)
  }
}

extension CorpusSelection {
  /// Measured inputs that afl-cmin's rule keeps, as indices in `file`, for comparison.
  package static func rarestFeatureFirst(_ file: MergeControlFile) -> [Int] {
    let measured = file.inputs.indices.filter { file.inputs[$0].outcome == .measured }
    let sizes = measured.map { file.inputs[$0].size }
    guard let instance = try? file.instance(of: measured, weights: sizes) else { return measured }
    return instance.rarestRowFirst(sizes: sizes).map { measured[$0] }
  }
}

extension MergeControlFile {
  /// The set cover instance of some inputs: a row for each distinct feature, a column for each
  /// input.
  func instance(
    of chosen: [Int], weights: [Int]
  ) throws(SetCoverError) -> SetCoverInstance {
    var rowOf: [UInt32: Int32] = [:]
    for input in chosen {
      for position in inputs[input].features { rowOf[features[position]] = 0 }
    }
    // Rows in the order of the features, so that ascending features are ascending rows.
    for (row, feature) in rowOf.keys.sorted().enumerated() { rowOf[feature] = Int32(row) }
    var lists = SetLists()
    lists.reserve(sets: chosen.count, items: features.count)
    for input in chosen {
      var last: UInt32?
      var isAscending = true
      for position in inputs[input].features {
        if let last, last >= features[position] { isAscending = false }
        last = features[position]
      }
      if isAscending {
        for position in inputs[input].features { lists.append(rowOf[features[position]]!) }
      } else {
        for feature in Set(features(of: input)).sorted() { lists.append(rowOf[feature]!) }
      }
      lists.endSet()
    }
    return try SetCoverInstance(rowCount: rowOf.count, lists: lists, weights: weights)
  }
}
