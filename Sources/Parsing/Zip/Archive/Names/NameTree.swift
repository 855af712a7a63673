/// Tree of the folders and files that an archive's names describe, with folded names: finds names
/// that collide.
///
/// Cost: linear in the bytes of all names.
struct NameTree {
  private struct Step: Hashable {
    let parent: Int
    let component: String
  }

  private struct Place {
    /// First member with this path.
    var member: Int?
    var kind = Kind.folder
    /// Whether a path has this place as a parent.
    var isParent = false
  }

  private enum Kind {
    case folder, file, link
  }

  private var steps: [Step: Int] = [:]
  private var places = [Place()]

  /// A collision of a path: its code, and the earlier member if there is one.
  struct Collision {
    let code: ZipHazard.Code
    let other: Int?
  }

  /// Adds a member and returns its collisions: an equal name, a twin, a file or a link on its path.
  mutating func add(
    _ index: Int, _ path: MemberPath, _ members: [ZipArchive.Member]
  ) -> [Collision] {
    let member = members[index]
    var collisions: [Collision] = []
    var place = 0
    for (depth, component) in path.components.enumerated() {
      if depth > 0 {
        places[place].isParent = true
        if let other = places[place].member, places[place].kind != .folder {
          let code: ZipHazard.Code = places[place].kind == .link ? .throughLink : .throughFile
          collisions.append(Collision(code: code, other: other))
        }
      }
      place = step(from: place, NameFolding.fold(component))
    }
    guard !path.components.isEmpty else { return collisions }
    let kind: Kind = member.isSymbolicLink ? .link : member.isDirectory ? .folder : .file
    if let other = places[place].member {
      let isEqual = members[other].name.utf8.elementsEqual(member.name.utf8)
      let code: ZipHazard.Code =
        (places[place].kind == .folder) != (kind == .folder)
        ? .fileAndDirectory : isEqual ? .duplicateName : Self.twin(members[other].name, member.name)
      collisions.append(Collision(code: code, other: other))
    } else {
      if kind != .folder, places[place].isParent {
        let code: ZipHazard.Code = kind == .link ? .throughLink : .throughFile
        collisions.append(Collision(code: code, other: nil))
      }
      places[place].member = index
      places[place].kind = kind
    }
    return collisions
  }

  private mutating func step(from parent: Int, _ component: String) -> Int {
    let step = Step(parent: parent, component: component)
    if let place = steps[step] { return place }
    places.append(Place())
    steps[step] = places.count - 1
    return places.count - 1
  }

  /// Kind of two names that fold alike: by case and canonical normalization, or by compatibility.
  private static func twin(_ one: String, _ other: String) -> ZipHazard.Code {
    one.lowercased() == other.lowercased() ? .caseFoldingTwin : .compatibilityTwin
  }
}
