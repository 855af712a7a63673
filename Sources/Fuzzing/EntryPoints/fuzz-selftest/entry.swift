import SelfTest

/// Entry of libFuzzer for one input of `count` bytes at `address`; see `FuzzEntry.run`.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ address: Int, _ count: Int) -> CInt {
  SelfTest.run(address, count)
}
