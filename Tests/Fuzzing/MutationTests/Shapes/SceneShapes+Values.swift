import SceneModel

@testable import Mutation

/// Shapes of references and attribute values.
extension SceneShapes {
  private static let cycleRoles = ["transform", "display", "storage", "x"]

  static let cycles: [Shape<MadeScene>] =
    [1...1, 2...2, 3...3, 4...8].flatMap { length in
      cycleRoles.map { role in
        Shape("a cycle of \(length) by \(role)") { scene in
          // Self-references use the role `any`.
          let named = length == 1...1 && role == "x" ? "any" : role
          return scene.hasCycle(scene.edges(role: named), length: length)
        }
      } + [
        Shape("a cycle of \(length) of hierarchies") { scene in
          let edges = scene.edges(attribute: "parentNodeRef")
          return scene.hasCycle(edges, length: length)
            || scene.hasCycle(scene.edges(role: "parentNodeRef"), length: length)
        }
      ]
    }

  static let references: [Shape<MadeScene>] = [
    Shape("a reference to a missing node") { scene in
      let known = Set(scene.ids)
      return scene.references.contains { $0.targets.contains { !known.contains($0) } }
    },
    Shape("one target twice") { scene in
      scene.references.contains { Set($0.targets).count < $0.targets.count }
    },
    Shape("a reference to itself") { $0.hazards.contains(.selfReference) },
    Shape("a reference to another class") { $0.hazards.contains(.crossClassReference) },
    Shape("a piece without a colon") { scene in
      scene.references.contains { !$0.text.contains(":") && $0.text.count > 1 }
    },
    Shape("an empty role") { scene in scene.references.contains { $0.text.first == ":" } },
    Shape("properties before any identifier") { scene in
      scene.references.contains { $0.text.contains(":{") }
    },
  ]

  /// Words that only some readers accept as numbers.
  private static let words = ["nan", "inf", "1e999", "0x10", "+1", "007"]

  private static func isNoNumber(_ word: String?) -> Bool {
    word.map { Double($0) == nil } ?? false
  }

  static let vectors: [Shape<MadeScene>] =
    [
      Shape("an empty vector") { $0.vectors.contains { $0.words.isEmpty } },
      Shape("a short vector") { $0.vectors.contains { (1..<$0.count).contains($0.words.count) } },
      Shape("a long vector") { $0.vectors.contains { $0.words.count > $0.count } },
      Shape("a vector with a trailing blank") { $0.vectors.contains { $0.text.last == " " } },
      Shape("no number at the first place") { $0.vectors.contains { isNoNumber($0.words.first) } },
      Shape("no number at the last place") { scene in
        scene.vectors.contains { $0.words.count > 1 && isNoNumber($0.words.last) }
      },
      Shape("no number in the middle") { scene in
        scene.vectors.contains { $0.words.dropFirst().dropLast().contains(where: isNoNumber) }
      },
    ]
    + words.map { word in
      Shape("\(word) in a vector") { $0.vectors.contains { $0.words.contains(word) } }
    }

  private static func counted(_ scene: MadeScene) -> [(count: Int, given: Int)] {
    scene.values("scalarOpacity", "gradientOpacity").compactMap { text in
      let words = text.split(separator: " ")
      guard let count = words.first.flatMap({ Int($0) }) else { return nil }
      return (count, words.count - 1)
    }
  }

  static let lists: [Shape<MadeScene>] = [
    Shape("a negative count") { counted($0).contains { $0.count < 0 } },
    Shape("a count of zero, and numbers") {
      counted($0).contains { $0.count == 0 && $0.given > 0 }
    },
    Shape("a huge count") { counted($0).contains { $0.count >= 1_000_000_000 } },
    Shape("a count that cannot be divided") {
      counted($0).contains { $0.count > 0 && $0.count % 2 == 1 }
    },
    Shape("a count larger than the data") {
      counted($0).contains { $0.count < 100 && $0.count > $0.given }
    },
    Shape("an odd count of point numbers") { $0.hazards.contains(.oddPointIndices) },
    Shape("a negative point") { $0.hazards.contains(.negativePointIndex) },
    Shape("a point past the end") { $0.hazards.contains(.pointIndexPastEnd) },
  ]

  static let colors: [Shape<MadeScene>] = [
    Shape("a color named by quotes alone") { $0.hazards.contains(.colorNameOfQuotes) },
    Shape("an odd number of quotes") { scene in
      scene.values("colors").contains { $0.count { $0 == "'" } % 2 == 1 }
    },
    Shape("a color past the end of its table") { $0.hazards.contains(.colorIndexOutOfRange) },
    Shape("a color without alpha") { scene in
      // Three numbers after the last name.
      scene.values("colors").contains { text in
        guard let quote = text.lastIndex(of: "'"), text.count(where: { $0 == "'" }) % 2 == 0 else {
          return false
        }
        return text[text.index(after: quote)...].split(separator: " ").count == 3
      }
    },
    Shape("colors without a type") { $0.hazards.contains(.colorsWithoutType) },
    Shape("a huge table") { scene in
      scene.values("numcolors").contains { (Int($0) ?? 0) >= 1_000_000 }
    },
  ]

  private static func formats(_ scene: MadeScene) -> [String] {
    scene.values(
      "controlPointLabelFormat", "labelFormat", "indexDisplayFormat",
      "rulerDistanceAnnotationFormat")
  }

  static let formats: [Shape<MadeScene>] =
    [
      Shape("a format without conversion") { scene in
        formats(scene).contains { !$0.contains("%") && !$0.isEmpty }
      },
      Shape("a format with many conversions") { scene in
        formats(scene).contains { $0.count { $0 == "%" } > 16 }
      },
      Shape("a huge width") { $0.hazards.contains(.formatWidth) },
      Shape("a format of 512 to 4096 characters") { scene in
        formats(scene).contains { (512...4_096).contains($0.utf8.count) && !$0.contains("%") }
      },
    ]
    + ["%n", "%s", "%*d"].map { conversion in
      Shape("a format with \(conversion)") { scene in
        formats(scene).contains { $0.contains(conversion) }
      }
    }

  static let paths: [Shape<MadeScene>] = [
    Shape("an absolute path") { $0.paths.contains { $0.first == "/" } },
    Shape("a path that starts with a parent folder") { $0.paths.contains { $0.hasPrefix("../") } },
    Shape("a path with an inner parent folder") { $0.paths.contains { $0.contains("/../") } },
    Shape("a path in the home folder") { $0.paths.contains { $0.hasPrefix("~/") } },
    Shape("a path of another user") { $0.paths.contains { $0.hasPrefix("~root") } },
    Shape("a network path") { $0.paths.contains { $0.hasPrefix("\\\\") } },
    Shape("a path with a drive") { $0.paths.contains { $0.hasPrefix("C:") } },
    Shape("an address as a path") { $0.paths.contains { $0.hasPrefix("http://") } },
    Shape("a link as a path") { $0.paths.contains { $0.hasPrefix("slicer:") } },
    Shape("a control character in a path") { $0.hazards.contains(.controlCharacterInPath) },
    Shape("a path with a bidirectional override") { $0.paths.contains { $0.contains("\u{202E}") } },
    Shape("a path of 4096 bytes") { $0.paths.contains { $0.utf8.count == 4_096 } },
    Shape("a path encoded once") { scene in scene.paths.contains { $0.contains("%2e%2e") } },
    Shape("a path encoded twice") { scene in scene.paths.contains { $0.contains("%25") } },
    Shape("a scene that names itself") { $0.hazards.contains(.sceneAsData) },
    Shape("a scene that names another") { $0.paths.contains("other.mrml") },
  ]

  static let addresses: [Shape<MadeScene>] =
    ["http://", "https://", "file://", "https://user:word@", "http://%68ost"].map { start in
      Shape("an address \(start)") { $0.values("uri").contains { $0.hasPrefix(start) } }
    } + [
      Shape("an address with another in it") {
        $0.values("uri").contains { $0.contains("?u=http") }
      }
    ]
}
