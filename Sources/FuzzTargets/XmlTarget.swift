extension FuzzTarget {
  public static let xml = FuzzTarget(
    name: "xml", law: "not written yet", maximumLength: 65536, fileExtension: "xml"
  ) { _ in }
}
