/// All targets, by name.
public enum Catalog {
  public static let all: [FuzzTarget] = [.xml, .mrml, .mrb, .url, .planted]

  public static subscript(name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
