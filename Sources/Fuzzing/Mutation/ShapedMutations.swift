/// Mutations that were written after an injected bug of the first set, by their names.
///
/// `SCENEFUZZ_WITHOUT_SHAPED=1` leaves them out, so that a figure of finding power does not count
/// what was made for it. The table of docs/FUZZING.md is this one.
package enum ShapedMutations {
  /// Each mutation with the injected bugs that it was written after.
  package static let bugs: [String: [String]] = [
    "attribute-type": ["stale-start-after-collapsing"],
    "blocks-of-properties": ["second-block-of-properties"],
    "color-table": ["color-at-the-count"],
    "colliding-singletons": ["singleton-of-two-classes", "view-merged-twice"],
    "content-model": ["content-model-nesting"],
    "cut-encoding": ["half-pair-at-end"],
    "defaults": ["default-behind-unread-entity"],
    "entity-chain": ["entity-ring", "entity-stack-of-eight"],
    "late-link": ["link-behind-its-children"],
    "long-hierarchy": ["items-too-deep"],
    "made-identifiers": ["identifier-of-a-later-node"],
    "many-roles": ["roles-compared-with-all"],
    "name-of-parts": ["climb-behind-a-drive"],
    "number-of-character": ["character-reference-wraps"],
    "number-of-enumeration": ["enumeration-one-past-end"],
    "other-end-tag": ["end-tag-by-prefix"],
    "parameter-chain": ["third-parameter-entity"],
    "point-indexes": ["point-at-the-count"],
    "points-of-lines": ["point-at-the-count"],
    "reference-cycle": ["cycle-of-five", "move-cycle"],
    "run-on-roles": ["roles-read-over-and-over"],
    "single-bytes": ["latin-text-grows"],
    "swallowing-view": ["view-swallowed-by-view"],
    "twin-by-unicode": ["twin-by-normal-form"],
  ]

  /// `mutations` without those of the table.
  package static func leavingOut(_ mutations: [SceneMutation]) -> [SceneMutation] {
    mutations.filter { bugs[$0.name] == nil }
  }

  /// `mutations` without those of the table; the first stays first.
  package static func leavingOut(_ mutations: [ArchiveMutation]) -> [ArchiveMutation] {
    mutations.filter { bugs[$0.name] == nil }
  }
}
