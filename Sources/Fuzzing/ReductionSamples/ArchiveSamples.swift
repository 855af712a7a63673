internal import SceneBundle
internal import ZipReading

extension ReductionSample {
  static let archives = [
    ReductionSample(
      name: "zip-names", meaning: "an archive with two members of one name and different contents"
    ) { bytes in
      guard let archive = Archive(bytes) else { return false }
      return archive.members.indices.contains { first in
        archive.members.indices.dropFirst(first + 1).contains { second in
          archive.members[first].name == archive.members[second].name
            && archive.members[first].contents != archive.members[second].contents
        }
      }
    },
    ReductionSample(
      name: "zip-deflate",
      meaning: "an archive with a compressed member that holds a line of text twice"
    ) { bytes in
      guard let archive = Archive(bytes) else { return false }
      return archive.members.contains { member in
        guard member.isDeflated else { return false }
        let lines = member.contents.split(separator: 0x0A)
        return Set(lines).count < lines.count
      }
    },
    ReductionSample(
      name: "bundle-reference",
      meaning: "a bundle whose scene has two levels and a Ref attribute with the value of some id"
    ) { bytes in
      guard let bundle = try? SceneBundle(reading: bytes.span) else { return false }
      return ReductionSample["xml-reference"]?.shows(bundle.sceneBytes) ?? false
    },
    ReductionSample(
      name: "bundle-file", meaning: "a bundle whose scene names a file that is in it, and not empty"
    ) { bytes in
      guard let bundle = try? SceneBundle(reading: bytes.span), let archive = Archive(bytes),
        let document = Markup(bundle.sceneBytes)
      else { return false }
      let names = Set(document.attributes.filter { $0.name == "fileName" }.map(\.value))
      return archive.members.contains { member in
        !member.contents.isEmpty && names.contains { !$0.isEmpty && member.name.hasSuffix($0) }
      }
    },
  ]
}

/// Members of an archive all of whose contents can be read.
private struct Archive {
  private(set) var members: [(name: String, contents: [UInt8], isDeflated: Bool)] = []

  init?(_ bytes: [UInt8]) {
    var limits = ZipLimits()
    limits.maximumMemberSize = 1 << 24
    guard let archive = try? ZipArchive(reading: bytes.span, limits: limits) else { return nil }
    for (index, member) in archive.members.enumerated() {
      guard let contents = try? archive.contents(of: index, in: bytes.span) else { return nil }
      members.append((member.name, contents, member.method == .deflated))
    }
  }
}
