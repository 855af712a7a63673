import ByteReading
import Preflight
import SceneBundle
import SceneFiles
import SceneModel
import ZipReading

extension FileReport {
  /// Adds the hazards of the files that the scene of a bundle names.
  ///
  /// Missing, outside and extra files are hazards of the bundle; a data file that a header names is
  /// not extra.
  mutating func add(filesOf scene: Scene, in bundle: SceneBundle, _ bytes: [UInt8]) {
    let files = bundle.checkedFiles(of: scene, in: bytes)
    let extra = Set(files.lazy.filter { $0.outcome == .extra }.map(\.name))
    add(
      bundle.fileHazards(of: scene).filter { $0.code != .memberExtra || extra.contains($0.name) })
    add(files.filter { ![.missing, .outside, .extra].contains($0.outcome) })
  }

  /// Adds the hazards of the files beside a scene on disk. `text` are the bytes of the scene.
  mutating func add(filesOf scene: Scene, besideSceneIn folder: String, _ text: [UInt8]) {
    var source = FolderFileSource(folder)
    var files = SceneFileChecker().check(filesOf: scene, from: &source).files
    for index in files.indices { files[index].placeInScene(text) }
    add(files)
    // Scenes of shared studies often name files beside their folder; these are not opened.
    for index in hazards.indices where hazards[index].code == "fileOutside" {
      hazards[index].severity = min(hazards[index].severity, .warning)
    }
  }

  private mutating func add(_ files: [CheckedSceneFile]) {
    counts["filesRead"] = files.count { $0.outcome == .read }
    for file in files {
      for hazard in file.hazards {
        let reported = ReportedHazard(hazard)
        if reported.severity == .note { notes.append(reported) } else { hazards.append(reported) }
      }
    }
  }
}

extension CheckedSceneFile {
  /// Adds lines and columns to hazards whose offset is that of the file's name in the scene.
  fileprivate mutating func placeInScene(_ text: [UInt8]) {
    guard outcome == .missing || outcome == .outside || outcome == .unreadable else { return }
    guard let sceneOffset, !text.starts(with: [0xFE, 0xFF]), !text.starts(with: [0xFF, 0xFE])
    else { return }
    let position = SourcePosition(of: sceneOffset, in: text.span)
    setPlace(line: Int(position.line), column: Int(position.column))
  }
}

extension ReportedHazard {
  init(_ hazard: SceneFileHazard) {
    self.init(
      hazard.isOfReader ? .sideFile : .sceneFile, hazard.code, hazard.severity,
      message: hazard.message, offset: hazard.offset, member: hazard.member)
    (line, column) = (hazard.line, hazard.column)
  }
}
