import SelfTest

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ address: Int, _ count: Int) -> CInt {
  SelfTest.run(address, count)
}
