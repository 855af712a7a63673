internal import SceneBundle
internal import SceneModel
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
    let archive: ZipArchive
    do throws(ZipError) {
      archive = try ZipArchive(reading: input, limits: ArchiveLaws.limits)
    } catch {
      try MessageLaws.sayable(error.message, of: "refusal")
      return try Law.offset(error.offset, isInside: input.count, of: "refusal")
    }
    try ArchiveLaws.check(archive, input)
    var limits = BundleLimits()
    limits.zip = ArchiveLaws.limits
    let bundle: SceneBundle
    do throws(BundleError) {
      bundle = try SceneBundle(reading: input, limits: limits)
    } catch {
      try MessageLaws.sayable(error.message, of: "refusal of a bundle")
      return try Law.offset(error.offset, isInside: input.count, of: "refusal of a bundle")
    }
    try PathByRule.check(chosen: bundle.sceneMember, of: archive)
    if bundle.sceneBytes.count <= AccessorLaws.most, let one = try? bundle.scene(),
      let other = try? Scene(reading: bundle.sceneBytes.span)
    {
      try Law.equal(true, one == other, law: "accessors-agree", place: "scene")
    }
    if let scene = try SceneLaws.check(bundle.sceneBytes.span) {
      try BundleLaws.check(bundle, scene)
    }
  }
}
