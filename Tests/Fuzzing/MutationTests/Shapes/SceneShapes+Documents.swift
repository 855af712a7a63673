import SceneModel
import XMLReading

/// Shapes of documents.
extension SceneShapes {
  static let declarations: [Shape<MadeScene>] =
    [
      Shape("an entity that is used") { scene in
        scene.refusal == nil && scene.holds("<!ENTITY e \"x\">") && scene.holds("&e;")
      },
      Shape("an entity in an entity") { scene in
        scene.refusal == nil && scene.holds("&c1;") && scene.holds("&c0;")
      },
      Shape("an entity in itself") { $0.refusal == .recursiveEntity },
      Shape("an element from an entity") { scene in
        scene.refusal == nil && scene.holds("<!ENTITY m \"<a/>\">")
          && scene.elements.contains { $0.tag == "a" }
      },
      Shape("an unknown entity, with an external subset") { scene in
        scene.holds("SYSTEM \"mrml20.dtd\"") && scene.holds("&u;")
      },
      Shape("a standalone document") { $0.holds("standalone=\"yes\"") },
    ]
    + ["id", "references", "singletonTag"].map { name in
      Shape("\(name) by default") { scene in
        scene.hazards.contains(.defaultedAttribute) && scene.holds(" \(name) CDATA \"")
      }
    }

  static let encodings: [Shape<MadeScene>] = [
    Shape("a byte order mark") { $0.bytes.starts(with: [0xEF, 0xBB, 0xBF]) },
    Shape("UTF-16, the high byte first") { scene in
      scene.refusal == nil && scene.bytes.starts(with: [0xFE, 0xFF])
    },
    Shape("UTF-16, the low byte first") { scene in
      scene.refusal == nil && scene.bytes.starts(with: [0xFF, 0xFE])
    },
    Shape("ISO-8859-1") { scene in
      scene.refusal == nil && scene.holds("encoding=\"ISO-8859-1\"")
        && scene.bytes.contains { $0 >= 0x80 }
    },
    Shape("a wrong label") { $0.refusal == .encodingMismatch },
    Shape("a sequence cut short") { $0.refusal == .malformedEncoding },
    Shape("a zero") {
      $0.bytes.contains(0) && !$0.bytes.starts(with: [0xFF, 0xFE])
        && !$0.bytes.starts(with: [0xFE, 0xFF])
    },
  ]

  /// Large shapes. The limit of the search is that of a session.
  static let sizes: [Shape<MadeScene>] = [
    Shape("a hundred nested elements") { $0.elements.contains { $0.depth >= 100 } },
    Shape("a thousand nested elements") { $0.elements.contains { $0.depth >= 1_000 } },
    Shape("a thousand attributes of one element") { scene in
      scene.elements.contains { $0.attributes.count >= 1_000 }
    },
    Shape("a hundred nodes") { scene in scene.elements.count { $0.nodeClass != nil } >= 100 },
    Shape("a value of 4096 bytes") { scene in
      scene.elements.contains { $0.attributes.contains { $0.value.utf8.count >= 4_096 } }
    },
  ]

  /// Shapes with the mutations meant for them. In a session each mutation has the same probability.
  static let groups: [(mutations: [String], shapes: [Shape<MadeScene>])] = [
    (["share-identifier", "odd-identifier", "long-identifier"], identifiers),
    (["singletons", "make-singleton", "singleton-by-identifier"], singletons),
    (["rename-element", "insert-header", "nest-element"], tags),
    (["scene-views", "swallowing-view", "view-around-all"], views),
    (["item-tree", "item-outside", "item-parent", "item-data", "view-around-all"], items),
    (["self-reference", "reference-cycle", "transform-cycle", "hierarchy-cycle"], cycles),
    (["reference-grammar", "dangling-reference", "self-reference"], references),
    (["all-attributes", "value-of-kind", "change-value-of-kind", "change-number"], vectors),
    (["all-attributes", "value-of-kind", "change-number", "point-indexes"], lists),
    (["all-attributes", "value-of-kind", "delete-attribute", "change-number"], colors),
    (["format"], formats),
    (["path", "scene-as-data"], paths + addresses),
    (
      [
        "entities", "entity-chain", "entity-of-markup", "defaults", "external-subset",
        "declaration",
      ], declarations
    ),
    (["mark", "reencode", "odd-bytes", "single-bytes", "cut-encoding", "declaration"], encodings),
    (["nest-deeply", "many-attributes", "duplicate-element", "long-value"], sizes),
  ]

  static let all = groups.flatMap(\.shapes)
}
