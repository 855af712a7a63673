import SceneBundle
import Testing

@Suite("data files are named as Slicer does")
struct DataFileNameTests {
  @Test(
    "bytes outside the kept set are percent-encoded",
    arguments: [
      ("Volume 1", "Volume 1.nrrd"), ("a/b", "a%2fb.nrrd"), ("a:b", "a%3ab.nrrd"),
      ("a\nb", "a%ab.nrrd"),
      ("\u{E9}", "%ffc3%ffa9.nrrd"), ("100%", "100%.nrrd"), ("a'b\"c", "a%27b%22c.nrrd"),
      ("[x]\\^_`", "[x]\\^_`.nrrd"), ("", ".nrrd"),
    ])
  func encoded(name: String, file: String) {
    var names = DataFileNames()
    #expect(names.next(for: name, fileExtension: "NRRD") == file)
  }

  @Test("a repeated name gets a number")
  func unique() {
    var names = DataFileNames()
    let made = (0..<3).map { _ in names.next(for: "a", fileExtension: ".vtk") }
    #expect(made == ["a.vtk", "a_1.vtk", "a_2.vtk"])
    #expect(names.next(for: "a", fileExtension: "stl") == "a.stl")
  }

  @Test("a name of 50 bytes is kept, one of 51 is cut to 45 and a checksum")
  func long() {
    var names = DataFileNames()
    let fifty = String(repeating: "x", count: 50)
    #expect(names.next(for: fifty, fileExtension: "") == fifty)
    let cut = names.next(for: fifty + "y", fileExtension: "")
    #expect(cut.utf8.count == 50)
    #expect(cut.hasPrefix(String(repeating: "x", count: 45) + "_"))
    #expect(cut != names.next(for: fifty + "z", fileExtension: ""))
  }
}
