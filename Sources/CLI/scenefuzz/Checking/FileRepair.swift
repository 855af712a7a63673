import ByteReading
import SceneBundle
import SceneModel
import ZipReading

/// Repaired bytes of one file with the list of changes.
struct FileRepair {
  /// One change, as the command prints it.
  struct Change: Encodable {
    let code: String
    /// Byte offset in the file, or in the scene of a member.
    let offset: Int
    /// Name of the member that the change concerns.
    var member: String?
    let message: String
    /// New text or name, or the reason.
    var detail: String?

    var prose: String {
      let place = member.map { " in \(Printable.text($0))" } ?? ""
      let suffix = detail.map { ": \(Printable.text($0))" } ?? ""
      return "offset \(offset)\(place): \(message)\(suffix)"
    }
  }

  /// Reason why a file cannot be repaired, made printable.
  struct Failure: Error {
    let message: String
  }

  let bytes: [UInt8]
  var changes: [Change] = []
  var droppedChanges = 0

  /// Repairs an archive by its first bytes or its name, and a scene otherwise. What `check` would
  /// still call broken is a failure.
  static func repair(_ input: InputFile) -> Result<FileRepair, Failure> {
    let kind = InputKind(of: input)
    guard input.bytes.starts(with: Array("PK".utf8)) || kind == .mrb || kind == .zip else {
      return scene(input.bytes)
    }
    return archive(input.bytes).flatMap { repair in
      if let reason = kind == .zip ? repair.lossOfAll : repair.lossOfScene {
        return .failure(Failure(message: reason))
      }
      return .success(repair)
    }
  }

  /// Why the result is no bundle; nil if it opens.
  private var lossOfScene: String? {
    do throws(BundleError) {
      _ = try SceneBundle(reading: bytes.span)
      return nil
    } catch {
      let dropped = changes.first { $0.code == ZipRepairChange.Kind.droppedMember.rawValue }
      return "no scene can be recovered: \(dropped?.detail ?? error.message)"
    }
  }

  /// Why nothing is left of an archive; nil if a member is.
  private var lossOfAll: String? {
    guard let archive = try? ZipArchive(reading: bytes.span), archive.members.isEmpty,
      let dropped = changes.first(where: {
        $0.code == ZipRepairChange.Kind.droppedMember.rawValue
      })
    else { return nil }
    return "no member can be recovered: \(dropped.detail ?? "")"
  }

  private static func scene(_ bytes: [UInt8]) -> Result<FileRepair, Failure> {
    do throws(SceneError) {
      let repair = try SceneRepair(reading: bytes.span)
      return .success(
        FileRepair(
          bytes: repair.bytes, changes: changes(of: repair, member: nil),
          droppedChanges: repair.droppedChanges))
    } catch {
      let place = "line \(error.position.line), column \(error.position.column)"
      return .failure(Failure(message: "\(error.message) (\(place))"))
    }
  }

  private static func archive(_ bytes: [UInt8]) -> Result<FileRepair, Failure> {
    var inner: [Change] = []
    var dropped = 0
    do throws(ZipError) {
      let repair = try ZipRepair(reading: bytes.span) { name, contents in
        guard name.lowercased().hasSuffix(".mrml"),
          let scene = try? SceneRepair(reading: contents.span), !scene.changes.isEmpty
        else { return nil }
        inner += changes(of: scene, member: name)
        dropped += scene.droppedChanges
        return scene.bytes
      }
      let outer = repair.changes.map {
        Change(
          code: $0.kind.rawValue, offset: $0.offset, member: $0.name.isEmpty ? nil : $0.name,
          message: $0.kind.sentence, detail: $0.detail)
      }
      return .success(
        FileRepair(bytes: repair.bytes, changes: outer + inner, droppedChanges: dropped))
    } catch {
      return .failure(Failure(message: error.message))
    }
  }

  private static func changes(of repair: SceneRepair, member: String?) -> [Change] {
    repair.changes.map {
      Change(
        code: $0.kind.rawValue, offset: $0.offset, member: member, message: $0.kind.sentence,
        detail: $0.kind == .closedElement
          ? String(decoding: $0.replacement, as: UTF8.self)
          : $0.kind == .droppedTail || $0.kind == .droppedAfterRoot ? "\($0.length) bytes" : nil)
    }
  }
}
