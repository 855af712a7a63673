extension ZipArchive {
  /// Checks method, encryption and sizes of one member.
  static func checkSizes(
    _ member: inout Member, _ index: Int, _ limits: ZipLimits, _ hazards: inout HazardList
  ) {
    let name = member.name
    let at = member.headerOffset
    let size = member.uncompressedSize
    let compressed = member.compressedSize
    if member.isEncrypted {
      hazards.add(
        .encryptedMember, member: index, name: name, at: at, local: member.encryption)
      member.refuse(.encryptedMember)
    }
    if member.isPatch {
      hazards.add(.patchedMember, member: index, name: name, at: at)
      member.refuse(.patchedMember)
    }
    switch member.method {
    case .stored where !member.isEncrypted && size != compressed:
      hazards.add(
        .storedSizesDisagree, member: index, name: name, at: at, central: "\(size)",
        local: "\(compressed)")
      member.refuse(.sizeMismatch, value: UInt64(size))
    case .stored: break
    case .deflated:
      if size > limits.ratioFloor {
        let ratio = size / max(compressed, 1)
        if ratio > Inflate.formatRatio {
          hazards.add(
            .impossibleRatio, member: index, name: name, at: at, central: "\(compressed)",
            local: "\(size)")
        } else if ratio > limits.notedRatio {
          hazards.add(.highRatio, member: index, name: name, at: at, local: "\(ratio):1")
        }
      }
    default:
      hazards.add(
        .unsupportedMethod, member: index, name: name, at: at, local: member.method.name)
      member.refuse(.unsupportedMethod, value: UInt64(member.method.rawValue))
    }
    if size > limits.maximumMemberSize {
      hazards.add(
        .memberTooLarge, member: index, name: name, at: at,
        central: "\(limits.maximumMemberSize)", local: "\(size)")
      member.refuse(.memberTooLarge, value: UInt64(max(limits.maximumMemberSize, 0)))
    }
    if member.isDirectory, size > 0, !member.isSymbolicLink {
      hazards.add(
        .directoryWithContent, member: index, name: name, at: at, local: "\(size) bytes")
    }
  }

  /// Checks names as paths, links, and collisions between names.
  static func checkNames(
    _ input: Span<UInt8>, _ members: [Member], _ limits: ZipLimits,
    _ hazards: inout HazardList
  ) {
    var tree = NameTree()
    for (index, member) in members.enumerated() {
      let path = MemberPath(member.name)
      let at = member.headerOffset
      for hazard in path.hazards + PortableName.notes(member.name) {
        hazards.add(hazard, member: index, name: member.name, at: at)
      }
      if member.isUTF8, !MemberName.isValidUTF8(member.nameBytes) {
        hazards.add(.invalidUTF8Name, member: index, name: member.name, at: at)
      }
      let hasSlash = member.nameBytes.last == 0x2F
      if let mode = member.unixMode, mode & 0xF000 != 0, hasSlash != (mode & 0xF000 == 0x4000) {
        hazards.add(.directoryDisagrees, member: index, name: member.name, at: at)
      }
      if isArchiveName(member.nameBytes) || isStoredArchive(input, member) {
        hazards.add(.nestedArchive, member: index, name: member.name, at: at)
      }
      for collision in tree.add(index, path, members) {
        hazards.add(
          collision.code, member: index, name: member.name, at: at, central: member.name,
          local: collision.other.map { members[$0].name } ?? "")
      }
      guard member.isSymbolicLink else { continue }
      let target = linkTarget(input, member, limits)
      hazards.add(
        .symbolicLink, member: index, name: member.name, at: at, local: target ?? "")
      if let target, path.linkEscapes(to: target) {
        hazards.add(.linkEscapes, member: index, name: member.name, at: at, local: target)
      }
    }
  }

  /// Whether Slicer would open a member of this name as a scene of its own.
  private static func isArchiveName(_ name: [UInt8]) -> Bool {
    let dot = name.count - 4
    guard dot >= 0, name[dot] == 0x2E else { return false }
    let ending = name[(dot + 1)...].map { $0 | 0x20 }
    return ending == Array("mrb".utf8) || ending == Array("zip".utf8)
  }

  private static func isStoredArchive(_ input: Span<UInt8>, _ member: Member) -> Bool {
    guard member.method == .stored, let offset = member.dataOffset, member.compressedSize >= 4
    else { return false }
    let signature = LittleEndian.load4(input, offset)
    return signature == LocalHeader.signature || signature == EndRecord.signature
  }

  private static func linkTarget(
    _ input: Span<UInt8>, _ member: Member, _ limits: ZipLimits
  ) -> String? {
    guard member.uncompressedSize <= limits.maximumLinkLength else { return nil }
    do throws(ZipError) {
      return String(decoding: try contents(of: member, in: input, limits), as: UTF8.self)
    } catch {
      return nil
    }
  }
}
