import FuzzEntry
import FuzzTargets

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ address: Int, _ count: Int) -> CInt {
  FuzzEntry.run(.volumeProperty, address, count)
}
