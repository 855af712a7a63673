internal import SceneBundle
internal import ZipReading

extension FuzzTarget {
  /// Bundles: the archive, the plan to extract it, and the scene inside.
  public static let mrb = FuzzTarget(
    name: "mrb",
    property: """
      No member exceeds its limit, no planned path leaves the folder, a rewritten archive is equal, \
      the scene is the topmost one and has the properties of scenes, and the files that it names lie in the bundle \
      and have bounded, printable hazards.
      """,
    maximumLength: 262_144, fileExtension: "mrb", format: "zip"
  ) { input throws(PropertyViolation) in
    let bundle = try BundleProperties.bundle(input)
    let archive: ZipArchive
    do throws(ZipError) {
      archive = try ZipArchive(reading: input, limits: ArchiveProperties.limits)
    } catch {
      try MessageProperties.printable("\(error)", of: "refusal")
      try PropertyCheck.offset(error.offset, isInside: input.count, of: "refusal")
      return try PropertyCheck.equal(
        true, bundle == nil, property: "no-bundle-without-archive", place: "bundle")
    }
    try ArchiveProperties.check(archive, input)
    guard let bundle else { return }
    try ReferencePathRules.check(chosen: bundle.sceneMember, of: archive)
    if let scene = try SceneProperties.check(bundle.sceneBytes.span) {
      try BundleProperties.check(bundle, scene)
      try BundleProperties.files(bundle, scene, input)
    }
  }
}
