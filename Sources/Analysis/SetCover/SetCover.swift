/// Solution of an instance.
package struct SetCoverSolution: Equatable, Sendable {
  /// The chosen columns, ascending.
  package let columns: [Int]
  /// Sum of the weights of the chosen columns, protected ones included.
  package let weight: Int
  /// Proven lower bound on the weight of covers with the protected columns.
  package let lowerBound: Int
  /// Counts of what was decided without search.
  package let reductions: SetCoverReductions

  /// Whether the cover is proven minimal.
  package var isOptimal: Bool { weight == lowerBound }
}

/// The exact weighted minimum set cover.
///
/// Takes protected and essential columns, removes equal and dominated rows and columns, then solves
/// independent components by branch and bound with a Lagrangian lower bound, the standard method
/// for set covering (Beasley 1987, 1990). Deterministic; no recursion. Memory: 12 bytes an entry of
/// the instance, and the lists of open nodes.
package enum SetCover {
  /// Solves `instance` with the columns `protected` forced in.
  ///
  /// `stop` is called between steps of at most a few passes over the instance; once it returns
  /// true, the best cover and the bound so far are returned. Never heavier than the rules of
  /// libFuzzer and afl-cmin on the same instance.
  package static func solve(
    _ instance: SetCoverInstance, protected: [Int] = [], limits: SetCoverLimits = SetCoverLimits(),
    stop: () -> Bool = { false }
  ) -> SetCoverSolution {
    var reductions = SetCoverReductions()
    var chosen = ChosenColumns()
    var problem = instance.presolved(
      protected: protected, taking: &chosen, counting: &reductions)
    // Every row has a column, also after reduction.
    _ = problem.reduce(taking: &chosen, counting: &reductions, stop: stop)
    var searches = problem.components().map { ComponentSearch($0) }
    problem = CoverProblem(columns: SetLists(), rowCount: 0, weights: [], names: [])
    reductions.components = searches.count
    // All roots first, so that an early stop leaves a bound for each.
    for index in searches.indices where !stop() {
      searches[index].expand(rounds: limits.rootRounds, counting: &reductions, stop: stop)
    }
    for index in searches.indices {
      while !searches[index].isFinished, searches[index].heldEntries <= limits.heldEntries, !stop()
      {
        searches[index].expand(rounds: limits.nodeRounds, counting: &reductions, stop: stop)
      }
    }
    let lowerBound = searches.reduce(chosen.weight) { $0 + $1.lowerBound }
    for search in searches { chosen.append(contentsOf: search.best) }
    return finish(instance, protected, chosen, lowerBound, reductions)
  }

  private static func finish(
    _ instance: SetCoverInstance, _ protected: [Int], _ chosen: ChosenColumns, _ lowerBound: Int,
    _ reductions: SetCoverReductions
  ) -> SetCoverSolution {
    var covers = [chosen.names.map { Int($0) }]
    if chosen.weight > lowerBound {
      covers.append(instance.mostNewRowsFirst(protected: protected))
      covers.append(instance.rarestRowFirst(protected: protected))
    }
    let columns = covers.map { instance.irredundant($0, protected: protected) }
      .min { instance.weight(of: $0) < instance.weight(of: $1) }!
    precondition(instance.isCover(columns), "a row is left uncovered")
    return SetCoverSolution(
      columns: columns, weight: instance.weight(of: columns), lowerBound: lowerBound,
      reductions: reductions)
  }
}

/// Limits of `SetCover.solve`.
package struct SetCoverLimits: Equatable, Sendable {
  /// Steps of the lower bound before a component is searched.
  package var rootRounds = 600
  /// Steps of the lower bound at a node.
  package var nodeRounds = 30
  /// Maximum incidences in open nodes of a component, eight bytes each; beyond it the search ends
  /// unproven.
  package var heldEntries = 8 << 20

  package init() {}
}
