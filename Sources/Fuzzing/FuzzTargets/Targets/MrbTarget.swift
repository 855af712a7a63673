internal import SceneBundle
internal import ZipReading

extension FuzzTarget {
  /// Bundles: the archive, the plan to extract it, and the scene inside.
  public static let mrb = FuzzTarget(
    name: "mrb",
    law: """
      No member gives more than it may, no planned path leaves the folder, a rewritten archive is equal, \
      the scene is the highest and keeps the laws of scenes, and the files that it names lie below the bundle.
      """,
    maximumLength: 262_144, fileExtension: "mrb", mutation: .archive
  ) { input throws(BrokenLaw) in
    let bundle = try BundleLaws.bundle(input)
    let archive: ZipArchive
    do throws(ZipError) {
      archive = try ZipArchive(reading: input, limits: ArchiveLaws.limits)
    } catch {
      try MessageLaws.sayable(error.message, of: "refusal")
      try Law.offset(error.offset, isInside: input.count, of: "refusal")
      return try Law.equal(true, bundle == nil, law: "no-bundle-without-archive", place: "bundle")
    }
    try ArchiveLaws.check(archive, input)
    guard let bundle else { return }
    try PathByRule.check(chosen: bundle.sceneMember, of: archive)
    if let scene = try SceneLaws.check(bundle.sceneBytes.span) {
      try BundleLaws.check(bundle, scene)
    }
  }
}
