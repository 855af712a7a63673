import FuzzEntry
import FuzzTargets

/// What libFuzzer calls with each input: `count` bytes at `address`, its own until the call
/// returns. Gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ address: Int, _ count: Int) -> CInt {
  FuzzEntry.run(.xml, address, count)
}
