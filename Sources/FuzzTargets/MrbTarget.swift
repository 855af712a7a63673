extension FuzzTarget {
  public static let mrb = FuzzTarget(
    name: "mrb", law: "not written yet", maximumLength: 65536, fileExtension: "mrb"
  ) { _ in }
}
