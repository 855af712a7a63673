/// Files of a storage node: members of a list count once each and are numbered in order.
extension NodeValues {
  mutating func finishFiles() {
    for prefix in ["fileListMember", "uriListMember"] {
      var seen: Set<[UInt8]> = []
      var kept: [Entry] = []
      for attribute in node.attributes where attribute.nameBytes.starts(with: prefix.utf8) {
        guard let entry = remove(Array(attribute.nameBytes)), case .text(let path) = entry.value,
          seen.insert(StoragePath.resolved(path[...])).inserted
        else { continue }
        kept.append(entry)
      }
      for (number, entry) in kept.enumerated() {
        insert(entry, as: Array("\(prefix)\(number)".utf8))
      }
    }
  }
}
