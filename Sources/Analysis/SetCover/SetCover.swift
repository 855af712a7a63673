/// What was found for an instance.
package struct SetCoverSolution: Equatable, Sendable {
  /// The chosen columns, ascending.
  package let columns: [Int]
  /// Sum of the weights of the chosen columns, protected ones included.
  package let weight: Int
  /// Proven: no cover that holds the protected columns weighs less.
  package let lowerBound: Int
  /// How much was decided without searching.
  package let reductions: SetCoverReductions

  /// Whether the cover is proven to be the lightest.
  package var isOptimal: Bool { weight == lowerBound }
}

/// The exact weighted minimum set cover.
///
/// Protected columns come first, then what must be (essential columns), what need not be (equal and dominated rows
/// and columns), then independent components, each by branch and bound with a Lagrangian lower bound. The method
/// is the usual one of the literature on set covering (Beasley 1987, 1990). Deterministic; no recursion. Memory:
/// 12 bytes an entry of the instance, and what open nodes hold.
package enum SetCover {
  /// Solves `instance` with the columns `protected` forced in.
  ///
  /// `stop` is asked between steps of work, at the latest after some passes over what is left of the instance; once it
  /// answers true, the best cover so far is returned with the bound proven so far. Never heavier than the rules of
  /// libFuzzer and afl-cmin on the same instance.
  package static func solve(
    _ instance: SetCoverInstance, protected: [Int] = [], limits: SetCoverLimits = SetCoverLimits(),
    stop: () -> Bool = { false }
  ) -> SetCoverSolution {
    var reductions = SetCoverReductions()
    var chosen = ChosenColumns()
    var problem = instance.presolved(
      protected: protected, taking: &chosen, counting: &reductions)
    // Every row has a column, and reducing keeps it so.
    _ = problem.reduce(taking: &chosen, counting: &reductions, stop: stop)
    var searches = problem.components().map { ComponentSearch($0) }
    problem = CoverProblem(columns: SetLists(), rowCount: 0, weights: [], names: [])
    reductions.components = searches.count
    // The root of each first, so that an early stop leaves a bound for all.
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

/// How hard `SetCover.solve` tries.
package struct SetCoverLimits: Equatable, Sendable {
  /// Steps of the lower bound before a component is searched.
  package var rootRounds = 600
  /// Steps of the lower bound at a node.
  package var nodeRounds = 30
  /// Incidences that open nodes of a component may hold, eight bytes each; beyond that the search ends unproven.
  package var heldEntries = 8 << 20

  /// The defaults: those of the properties.
  package init() {}
}
