extension FuzzTarget {
  public static let mrml = FuzzTarget(
    name: "mrml", law: "not written yet", maximumLength: 65536, fileExtension: "mrml"
  ) { _ in }
}
