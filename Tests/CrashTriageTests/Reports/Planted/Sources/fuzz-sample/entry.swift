import Planted

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ address: Int, _ count: Int) -> CInt {
  runPlanted(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count))
  return 0
}
