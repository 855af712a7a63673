import SceneModel

@testable import Mutation

/// Shapes of identifiers, singletons, tags, views and items.
enum SceneShapes {
  static let identifiers: [Shape<MadeScene>] =
    [
      Shape("one identifier of two nodes") { $0.hazards.contains(.sharedID) },
      Shape("an empty identifier") { $0.ids.contains("") },
      Shape("an over-long identifier") { $0.hazards.contains(.longID) },
      Shape("an identifier beyond ASCII") { $0.hazards.contains(.nonASCIIID) },
    ]
    + [" ", "\"", "<", ":", ";", "{", "}"].map { character in
      Shape("an identifier with \(character)") { scene in
        scene.ids.contains { $0.contains(character) }
      }
    }

  static let singletons: [Shape<MadeScene>] = [
    Shape("two of a class are one singleton") { scene in
      pairs(scene) { $0.tag == $1.tag && $0["singletonTag"] == $1["singletonTag"] }
    },
    Shape("a singleton and a node of another class with its identifier") { scene in
      scene.hazards.contains(.singletonAcrossClasses)
    },
    Shape("a class and its ancestor are one singleton") { scene in
      pairs(scene) { one, two in
        let catalog = NodeCatalog.slicer
        guard one.tag != two.tag, one["singletonTag"] == two["singletonTag"],
          let first = catalog.type(forTag: Array(one.tag.utf8)[...]),
          let second = catalog.type(forTag: Array(two.tag.utf8)[...])
        else { return false }
        return first != second && catalog.type(first, isA: second)
      }
    },
  ]

  /// Whether any two elements with a singleton tag satisfy the predicate, in either order.
  private static func pairs(
    _ scene: MadeScene, _ areWanted: (MadeScene.Element, MadeScene.Element) -> Bool
  ) -> Bool {
    let tagged = scene.elements.filter { $0["singletonTag"] != nil }.prefix(32)
    return tagged.indices.contains { one in
      tagged.indices.contains { $0 != one && areWanted(tagged[one], tagged[$0]) }
    }
  }

  static let tags: [Shape<MadeScene>] = [
    Shape("a class name as a tag") { $0.elements.contains { $0.tag == "ModelNode" } },
    Shape("a second tag of a class") { $0.elements.contains { $0.tag == "SceneSnapshot" } },
    Shape("an abstract class") { scene in
      scene.elements.contains { ["Storage", "Display", "Node", "Markups"].contains($0.tag) }
    },
    Shape("an unknown tag with a known child") { scene in
      scene.elements.contains { element in
        element.nodeClass != nil && element.parent > 0
          && ["FiberBundle", "Matrix", "Fiducials"].contains(scene.elements[element.parent].tag)
      }
    },
    Shape("a header inside") { scene in
      scene.elements.contains { $0.tag == "MRML" && $0.depth == 1 }
    },
    Shape("a header deep inside") { scene in
      scene.elements.contains { $0.tag == "MRML" && $0.depth > 1 }
    },
  ]

  private static let viewTags: Set = ["SceneView", "SceneSnapshot"]

  /// Number of nested views around this element, including itself.
  private static func views(_ scene: MadeScene, _ element: MadeScene.Element) -> Int {
    var count = 0
    var place: MadeScene.Element? = element
    while let current = place {
      if viewTags.contains(current.tag) { count += 1 }
      place = current.parent >= 0 ? scene.elements[current.parent] : nil
    }
    return count
  }

  static let views: [Shape<MadeScene>] =
    [2, 3, 4].map { depth in
      Shape("\(depth) nested views") { scene in
        scene.elements.contains { viewTags.contains($0.tag) && views(scene, $0) == depth }
      }
    } + [
      Shape("a view in a view, with a child") { scene in
        scene.elements.contains {
          $0.nodeClass != nil && !viewTags.contains($0.tag) && views(scene, $0) == 2
        }
      },
      Shape("a view without a child") { scene in
        scene.elements.indices.contains {
          viewTags.contains(scene.elements[$0].tag) && scene.children(of: $0).isEmpty
        }
      },
      Shape("a view with an unknown child") { scene in
        scene.elements.contains {
          $0.parent > 0 && viewTags.contains(scene.elements[$0.parent].tag) && $0.nodeClass == nil
            && $0.tag != "MRML"
        }
      },
      Shape("a view with the next node as its child") {
        $0.hazards.contains(.swallowedNode)
      },
    ]

  static let items: [Shape<MadeScene>] = [
    Shape("an item with a missing parent") { $0.hazards.contains(.danglingItemParent) },
    Shape("items in a cycle") { $0.hazards.contains(.itemCycle) },
    Shape("two items of one number") { $0.hazards.contains(.duplicateItemID) },
    Shape("items before their parents") { scene in
      let items = items(scene)
      return items.indices.contains { place in
        items[(place + 1)...].contains { $0["id"] == items[place]["parent"] }
      }
    },
    Shape("a hundred nested items") { scene in
      let items = items(scene)
      return items.count > 100
        && zip(items, items.dropFirst()).count { $1["parent"] == $0["id"] } >= 100
    },
    Shape("an item with a name and a node") { scene in
      items(scene).contains { $0["name"] != nil && $0["dataNode"] != nil }
    },
    Shape("an item in a view") { scene in
      scene.elements.contains { $0.tag == "SubjectHierarchyItem" && views(scene, $0) > 0 }
    },
  ]

  private static func items(_ scene: MadeScene) -> [MadeScene.Element] {
    scene.elements.filter { $0.tag == "SubjectHierarchyItem" }
  }
}
