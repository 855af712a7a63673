import CrashTriage
import Testing

@Suite struct FunctionNameTests {
  @Test(
    "a name made by the compiler gives the function of the source",
    arguments: [
      ("Planted.Reader.readItem(at: Swift.Int) -> ()", "Planted.Reader.readItem(at:)"),
      ("Planted.Reader.(item in _A489)(Swift.Int) -> Swift.UInt8", "Planted.Reader.item(_:)"),
      (
        "closure #1 (Swift.Int) -> Swift.Int in Planted.Reader.doubled([Swift.Int]) -> [Swift.Int]",
        "Planted.Reader.doubled(_:)"
      ),
      (
        "partial apply forwarder for closure #2 (A) throws -> (B, C) in closure #1 () -> () in M.f(a: X)",
        "M.f(a:)"
      ),
      (
        "function signature specialization <Arg[1] = Dead> of Planted.Reader.asText(Any) -> Swift.String",
        "Planted.Reader.asText(_:)"
      ),
      (
        "generic specialization <[Swift.UInt8]> of M.lookUp<A where A: S.C, A.Index == Swift.Int>(A, by: (Swift.Int) -> B) -> A.E",
        "M.lookUp(_:by:)"
      ),
      ("merged M.T.f() -> ()", "M.T.f()"),
      (
        "protocol witness for M.P.count(of: Swift.Int) -> Swift.Int in conformance M.T : M.P in M",
        "M.T.count(of:)"
      ),
      (
        "protocol witness for static M.P.make() -> A in conformance M.Box<A> : M.P in M",
        "M.P.make()"
      ),
      ("M.header@Sendable (Swift.Int, Swift.Int) -> Swift.Int", "M.header(_:_:)"),
      ("specialized M.T.f(_:)", "M.T.f(_:)"),
      (
        "partial apply forwarder for reabstraction thunk helper from @escaping (A) -> (B) to C",
        "reabstraction thunk"
      ),
      ("outlined destroy of M.P", "outlined "),
      ("static M.T.make(_: Swift.Int, x: Swift.Int) -> M.T", "M.T.make(_:x:)"),
      ("M.T.__allocating_init(a: (Swift.Int, Swift.Int)) throws -> M.T", "M.T.init(a:)"),
      ("M.T.value.getter : Swift.Int", "M.T.value"),
      ("M.T.value.modify : Swift.Int", "M.T.value"),
      ("M.T.subscript.getter : (Swift.Int) -> Swift.Int", "M.T.subscript"),
      ("(extension in M):Swift.Array< where A: M.P>.total() -> Swift.Int", "M:Swift.Array.total()"),
      ("static M.T.< infix(M.T, M.T) -> Swift.Bool", "M.T.<"),
      ("helper #1 (Swift.Int) -> Swift.Int in M.T.f(x: Swift.Int) -> ()", "M.T.f(x:).helper"),
      ("(1) suspend resume partial function for M.T.load() async -> ()", "M.T.load()"),
      ("fuzzer::RunOneTest(fuzzer::Fuzzer*, char const*, unsigned long)", "fuzzer::RunOneTest"),
      ("malloc", "malloc"),
    ])
  func peeled(demangled: String, name: String) {
    #expect(FunctionName.peel(demangled) == name)
  }

  @Test(
    "a cut off, unbalanced or absurd name is read without a trap",
    arguments: [
      "", " ", "(", ")", "<", ">", "closure #1", "closure #1 (", "M.f(", "M.(x in ", "M.(x in )",
      "generic specialization <", "partial apply ", "static ", "(extension in ", "(extension in )",
      " infix(", "a #1 in b #1 in c", "->", ">->", ".getter", "M..(", "::", "(extension in M):",
    ])
  func absurdNames(name: String) {
    #expect(FunctionName.peel(name).utf8.count <= name.utf8.count + 8)
  }

  @Test("deeply nested names are read in bounded length")
  func endlessNames() {
    for opening in [
      "merged ", "closure #1 () in ", "a #1 in ", "(", "<", "generic specialization <",
    ] {
      let name = String(repeating: opening, count: 100_000)
      #expect(FunctionName.peel(name).utf8.count <= 8192)
    }
  }
}
