import Foundation
import Testing

@testable import CoverageAndCI
@testable import ProcessSupport

@Suite("Unreached code")
struct UnreachedPlacesTests {
  private static let source = """
    func read() {
      if odd {
        repair()
      }
    }
    func repair() {
      work()
    }
    func lonely() {
      work()
    }
    """

  /// Regions as llvm-cov prints them: `[line, column, end line, end column, count]`.
  private func function(_ name: String, _ regions: [[Int]]) throws -> String {
    let lists = regions.map { "[\(($0 + [0, 0, 0]).map(String.init).joined(separator: ","))]" }
    return """
      {"name":"\(name)","count":\(regions[0][4]),"filenames":["/p/a.swift"],"regions":[\(lists.joined(separator: ","))]}
      """
  }

  private func places(_ functions: [String]) throws -> UnreachedPlaces {
    UnreachedPlaces(
      functions: try export(functions).functions, sources: ["/p/a.swift": Self.source])
  }

  private func export(_ functions: [String]) throws -> CoverageExport {
    let count = #"{"count":1,"covered":1}"#
    let json = """
      {"data":[{"files":[{"filename":"/p/a.swift","summary":{"lines":\(count),"functions":\(count),"regions":\(count)}}],
      "functions":[\(functions.joined(separator: ","))]}]}
      """
    return try CoverageExport(json: Data(json.utf8))
  }

  @Test("the function made for `...` in x[...] counts once for each place, and is not listed")
  func neverCalled() throws {
    let functions = [
      try function("$s1m4readyyFs15UnboundedRange_OXEfu_", [[2, 6, 2, 9, 0]]),
      try function("$s1m4readyySiFs15UnboundedRange_OXEfu_", [[2, 6, 2, 9, 0]]),
      try function("$s1m4readyyFs15UnboundedRange_OXEfu0_", [[7, 3, 7, 6, 0]]),
      try function("$s1m6lonelyyyF", [[9, 15, 11, 2, 0]]),
    ]
    #expect(CoverageExport.neverCalled(try export(functions).functions) == ["/p/a.swift": 2])
    #expect(try places(functions).mangledNames == ["$s1m6lonelyyyF"])
  }

  @Test(
    "unreached code is as near as the code around it is run; so is a function that it calls")
  func nearness() throws {
    let places = try places([
      function("read", [[1, 13, 5, 2, 40], [2, 10, 4, 4, 0]]),
      function("repair", [[6, 15, 8, 2, 0]]),
      function("lonely", [[9, 15, 11, 2, 0]]),
    ])
    let code = places.code(relativeTo: "/p")
    #expect(code.map(\.line) == [2])
    #expect(code.map(\.passedBy) == [40])
    #expect(code[0].file == "a.swift")
    let functions = places.functions(
      relativeTo: "/p", readable: ["repair": "M.repair()", "lonely": "M.lonely()"])
    #expect(functions.map(\.function) == ["M.repair()", "M.lonely()"])
    #expect(functions.map(\.passedBy) == [40, 0])
  }

  @Test("a generic function is reached when one of its instances is")
  func instances() throws {
    let places = try places([
      function("one", [[1, 13, 5, 2, 0]]), function("two", [[1, 13, 5, 2, 3]]),
    ])
    #expect(places.functions(relativeTo: "/p", readable: [:]) == [])
    #expect(places.mangledNames == [])
  }

  @Test(
    "a function is listed under its name in the source; one made of an expression is not listed",
    arguments: [
      (
        "ZipReading.InflateDecoder.(readCodes in _9AB2F4)(Swift.Span<Swift.UInt8>, at: Swift.Int)"
          + " throws(M.E) -> Swift.Bool",
        "ZipReading.InflateDecoder.readCodes(_:at:)"
      ),
      ("XMLReading.XMLError.description.getter : Swift.String", "XMLReading.XMLError.description"),
      (
        "closure #1 (Swift.Int) -> [M.A] in SceneModel.NodeCatalog.attributes(of: Swift.Int)"
          + " -> [M.A]",
        "SceneModel.NodeCatalog.attributes(of:)"
      ),
      ("implicit closure #1 () -> Swift.String in ZipReading.CRC32.update(M.A) -> ()", nil),
      ("implicit closure #3 () throws -> Swift.Int in closure #1 (M.A) -> () in M.f() -> ()", nil),
      ("default argument 1 of M.f(a: Swift.Int, b: Swift.Int) -> ()", nil),
      ("variable initialization expression of M.T.offset : Swift.Int", nil),
    ] as [(String, String?)])
  func sourceNames(demangled: String, expected: String?) {
    #expect(SourceFunction.name(of: demangled) == expected)
  }

  @Test("a closure and its function are one entry, at the line of the function")
  func closures() throws {
    let places = try places([
      function("outer", [[1, 13, 5, 2, 0]]), function("closure", [[2, 10, 4, 4, 0]]),
    ])
    let functions = places.functions(
      relativeTo: "/p",
      readable: ["outer": "M.read() -> ()", "closure": "closure #1 () -> () in M.read() -> ()"])
    #expect(functions.map(\.function) == ["M.read()"])
    #expect(functions.map(\.line) == [1])
  }

  @Test("functions of other files do not count")
  func otherFiles() throws {
    let text = try function("x", [[1, 1, 2, 1, 0]]).replacing("/p/a.swift", with: "/q/b.swift")
    #expect(try places([text]).functions(relativeTo: "/p", readable: [:]) == [])
  }

  @Test(
    "the base name of a function is the name at its call",
    arguments: [
      ("SceneModel.Scene.read(_: Swift.Int) -> ()", "read"),
      ("XMLReading.XMLError.description.getter : Swift.String", "description"),
      ("SceneModel.Scene.init(reading: Swift.Int) -> SceneModel.Scene", "Scene"),
      ("generic <A>", "generic"), ("", ""),
    ])
  func names(readable: String, expected: String) {
    #expect(UnreachedPlaces.baseName(readable) == expected)
  }

  @Test("a reason is a line of name, tab and text; a reason for a reached function is out of date")
  func reasons() {
    let reasons = CoverageReasons(
      text: "# head\nM.f()\tonly for people\nbroken line\nM.g()\tgone\n")
    #expect(reasons["M.f()"] == "only for people")
    #expect(reasons["broken line"] == nil)
    #expect(reasons.stale(unreached: ["M.f()"]) == ["M.g()"])
    #expect(reasons.isSorted)
    #expect(!CoverageReasons(text: "b\tone\na\ttwo\n").isSorted)
    #expect(!CoverageReasons(text: "a\tone\na\ttwo\n").isSorted)
  }

  @Test("the covered share of nothing is 100 percent")
  func percent() {
    #expect(CoverageReport.Share().percent == 100)
    #expect(CoverageReport.Share(count: 3, covered: 2).percent == 66.67)
  }

  @Test("JSON that is not an export of llvm-cov is refused")
  func broken() {
    #expect(throws: RunFailure.self) { try CoverageExport(json: Data("{}".utf8)) }
  }
}
