import FuzzEntry
import SceneTargets

/// Entry of libFuzzer for one input of `count` bytes at `address`. Returns 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ address: Int, _ count: Int) -> CInt {
  FuzzEntry.run(.mrml, address, count)
}
