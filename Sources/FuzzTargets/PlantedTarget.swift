extension FuzzTarget {
  public static let planted = FuzzTarget(
    name: "planted", law: "not written yet", maximumLength: 65536, fileExtension: "planted"
  ) { _ in }
}
