import Planted

/// What libFuzzer calls with each input: `count` bytes at `address`, its own until the call returns. Gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ address: Int, _ count: Int) -> CInt {
  runPlanted(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count))
  return 0
}
