extension FuzzTarget {
  public static let url = FuzzTarget(
    name: "url", law: "not written yet", maximumLength: 65536, fileExtension: "url"
  ) { _ in }
}
