import ByteReading
import Preflight
import SceneBundle
import SceneModel
import ZipReading

extension FileReport {
  /// Maximum nesting of bundles in bundles.
  static let maximumBundleDepth = 3
  /// Maximum size of an inner bundle or scene, in bytes.
  private static let maximumInnerSize = 1 << 28

  mutating func checkBundle(_ bytes: [UInt8], _ rules: RulesPreset, depth: Int = 0) {
    do throws(BundleError) {
      let bundle = try SceneBundle(reading: bytes.span)
      let member = bundle.archive.members[bundle.sceneMember].name
      add(bundle.archive, bytes)
      add(bundle.hazards)
      counts["members"] = bundle.archive.members.count
      sceneMember = member
      if let scene = readScene(bundle.sceneBytes, rules, member: member) {
        add(filesOf: scene, in: bundle, bytes)
        note(scene, bundle.sceneBytes, member: member)
      }
      checkInner(of: bundle.archive, bytes, rules, except: bundle.sceneMember, depth: depth)
    } catch {
      refuse(error.name, error.message, offset: error.offset)
      // A broken scene does not hide the hazards of the archive.
      if let archive = try? ZipArchive(reading: bytes.span) { add(archive, bytes) }
    }
  }

  mutating func checkZip(_ bytes: [UInt8], _ rules: RulesPreset) {
    do throws(ZipError) {
      let archive = try ZipArchive(reading: bytes.span)
      counts = ["members": archive.members.count, "bytes": add(archive, bytes)]
      checkInner(of: archive, bytes, rules, except: nil, depth: 0)
    } catch {
      refuse("\(error.code)", error.message, offset: error.offset)
    }
  }

  /// Adds the hazards of the headers and, verifying them, of the contents. Returns the number of
  /// content bytes.
  @discardableResult
  private mutating func add(_ archive: ZipArchive, _ bytes: [UInt8]) -> Int {
    hazards += archive.hazards.map(ReportedHazard.init)
    let verified = archive.verify(bytes.span)
    var known = Set(hazards.map { "\($0.code) \($0.offset ?? 0)" })
    for hazard in verified.hazards.map(ReportedHazard.init)
    where known.insert("\(hazard.code) \(hazard.offset ?? 0)").inserted {
      hazards.append(hazard)
    }
    for member in archive.members where Self.isBomb(member) {
      guard !hazards.contains(where: { $0.code == "highRatio" && $0.member == member.name })
      else { continue }
      let ratio = member.uncompressedSize / max(member.compressedSize, 1)
      hazards.append(
        ReportedHazard(
          .archive, "highRatio", .warning,
          message: "the content is \(ratio) times as large as its compressed form",
          offset: member.headerOffset, member: member.name))
    }
    return verified.contentCount
  }

  /// A ratio near the maximum of DEFLATE (1032), from 64 KB on: images and meshes reach about 50.
  private static func isBomb(_ member: ZipArchive.Member) -> Bool {
    member.uncompressedSize >= 1 << 16
      && member.uncompressedSize / max(member.compressedSize, 1) >= 500
  }

  mutating func add(_ found: [BundleHazard]) {
    for hazard in found {
      let reported = ReportedHazard(hazard)
      if reported.severity == .note { notes.append(reported) } else { hazards.append(reported) }
    }
  }

  /// Checks scenes and bundles inside an archive. Their hazards carry the path of the member.
  private mutating func checkInner(
    of archive: ZipArchive, _ bytes: [UInt8], _ rules: RulesPreset, except scene: Int?, depth: Int
  ) {
    for (index, member) in archive.members.enumerated() where index != scene {
      let name = member.name.lowercased()
      let isBundle = name.hasSuffix(".mrb") || name.hasSuffix(".zip")
      guard isBundle || name.hasSuffix(".mrml"), !member.isDirectory else { continue }
      func limit(_ message: String) {
        hazards.append(
          ReportedHazard(
            .bundle, "innerLimit", .warning, message: message, offset: member.headerOffset,
            member: member.name))
      }
      guard member.uncompressedSize <= Self.maximumInnerSize else {
        limit("an inner file was not checked: it has more than 256 MB")
        continue
      }
      guard !isBundle || depth < Self.maximumBundleDepth else {
        limit("an inner bundle was not checked: it is nested more than three deep")
        continue
      }
      guard let contents = try? archive.contents(of: index, in: bytes.span) else { continue }
      var inner = FileReport(
        file: member.name, reader: isBundle ? "mrb" : "mrml", outcome: .accepted)
      if isBundle {
        inner.checkBundle(contents, rules, depth: depth + 1)
        if inner.error?.code == "sceneMissing" { (inner.error, inner.outcome) = (nil, .accepted) }
      } else {
        inner.checkScene(contents, rules)
      }
      merge(inner, at: member.headerOffset)
    }
  }

  private mutating func merge(_ inner: FileReport, at offset: Int) {
    func moved(_ hazard: ReportedHazard) -> ReportedHazard {
      var hazard = hazard
      hazard.member = inner.file + (hazard.member.map { "!" + $0 } ?? "")
      return hazard
    }
    hazards += inner.hazards.map(moved)
    notes += inner.notes.map(moved)
    guard let error = inner.error else { return }
    hazards.append(
      ReportedHazard(
        .bundle, "innerRefused", .warning,
        message: "an inner file cannot be opened: \(error.code): \(error.message)",
        offset: offset, member: inner.file))
  }
}

extension ReportedHazard {
  /// Contents that cannot be inflated carry the code of that failure.
  init(_ hazard: ZipHazard) {
    self.init(
      .archive, hazard.refusal.map { "\($0.code)" } ?? hazard.code.rawValue,
      hazard.severity,
      message: hazard.refusal?.message ?? hazard.message, offset: hazard.offset,
      member: hazard.name.isEmpty ? nil : hazard.name)
  }

  init(_ hazard: BundleHazard) {
    self.init(
      .bundle, hazard.code.rawValue, hazard.severity,
      message: hazard.message, offset: hazard.offset,
      member: hazard.name.isEmpty ? nil : hazard.name)
  }
}
